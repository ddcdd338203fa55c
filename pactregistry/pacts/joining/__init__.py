"""Who takes part in a pact beside those who sign: joining, leaving, exclusion. Art. 3(1)d, 5(2)l.

Anyone may ask to join a live pact, for oneself or for a group that one represents (4(3)). Each side
says yes, or no with reasons; nobody is held, and who is to be excluded is heard before. The list of
people is private: the public reads how many they are, and the names of groups.
"""
