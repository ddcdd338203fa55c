"""Technical limits of papers: they protect the machine and are not law."""

MEBIBYTE = 1024 * 1024

# A job in the workshop.
JOB_SECONDS = 30
JOB_MEMORY = 1024 * MEBIBYTE  # address space; a long pact needs a quarter of it
JOBS_AT_ONCE = 2
JOBS_BEFORE_CHANGE = 200  # a fresh process now and then: the libraries it drives are not ours
LONGEST_ANSWER = 64 * MEBIBYTE

# An upload.
UPLOAD_BYTES = 20 * MEBIBYTE
PDF_PAGES = 500
PDF_OBJECTS = 300_000
PDF_NESTING = 100
PDF_FORMS = 4  # drawings within drawings whose words are read
IMAGE_PIXELS = 50_000_000
IMAGE_SIDE = 3_000  # kept at most so many pixels a side: 25 cm at 300 dots an inch
PRINTED_SIDE = 1_000  # printed at most so large: 8 cm at 300 dots an inch
JPEG_QUALITY = 85
FILE_NAME_CHARACTERS = 120
