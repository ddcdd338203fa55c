"""What people type to sign up and in: Flask-Security's fields under labels and hints of ours."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_security.forms import (
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    RegisterFormV2,
    ResetPasswordForm,
    SendConfirmationForm,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    TwoFactorVerifyCodeForm,
    VerifyForm,
)
from flask_security.recovery_codes import MfRecoveryForm
from wtforms import HiddenField, RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired, Length

PASSWORD_HINT = _(
    "At least 12 characters (15 for the City's staff). Any characters: "
    "a few words in a row are best."
)
AGAIN = _("The same password again")


def _say(field: Any, label: Any, hint: Any = "") -> None:
    field.label.text = label
    field.description = hint


class SignUp(RegisterFormV2):
    """Opening an account: a name, an address, a password."""

    name = StringField(
        _("Name and surname"),
        description=_("Private: only the office that handles your file sees it."),
        validators=[InputRequired(), Length(max=120)],
        render_kw={"autocomplete": "name"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self.email,
            _("E-mail"),
            _("Private. We send you a link to it, to be sure that it is yours."),
        )
        _say(self.password, _("Password"), PASSWORD_HINT)
        _say(self.password_confirm, AGAIN)


class SignIn(LoginForm):
    """Signing in; no session outlives its limits, so there is no box to be remembered."""

    remember = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.email, _("E-mail"))
        _say(self.password, _("Password"))


class AskConfirmation(SendConfirmationForm):
    """Asking for the link of confirmation once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.email, _("E-mail"), _("The address with which you signed up."))


class AskReset(ForgotPasswordForm):
    """Asking for a link that sets a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.email, _("E-mail"), _("The address with which you signed up."))


class Reset(ResetPasswordForm):
    """Setting a new password by the link of a mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.password, _("New password"), PASSWORD_HINT)
        _say(self.password_confirm, AGAIN)


class Change(ChangePasswordForm):
    """Changing the password while signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.password, _("Present password"))
        self.password.flags.required = True
        _say(self.new_password, _("New password"), PASSWORD_HINT)
        _say(self.new_password_confirm, AGAIN)


class Again(VerifyForm):
    """Proving once more who one is, before an act that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.password, _("Password"))


class Code(TwoFactorVerifyCodeForm):
    """The one-time code of the app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self.code, _("One-time code"), _("Six digits, as the app on your phone shows them now.")
        )
        self.code.flags.required = True


class SetUpCode(TwoFactorSetupForm):
    """Setting the one-time code up, or giving it up: one way only, an app on the phone."""

    setup = HiddenField()
    phone = HiddenField()


class AskHelp(TwoFactorRescueForm):
    """Asking the office for help when the phone is lost."""

    help_setup = RadioField(
        choices=[SelectChoice("help", _("Ask the office"))], default="help", validate_choice=False
    )


class Recovery(MfRecoveryForm):
    """One of the codes kept for the day the phone is lost."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self.code,
            _("Recovery code"),
            _("One of those that you printed or wrote down. Each works once."),
        )


FORMS = {
    "register_form": SignUp,
    "login_form": SignIn,
    "send_confirmation_form": AskConfirmation,
    "forgot_password_form": AskReset,
    "reset_password_form": Reset,
    "change_password_form": Change,
    "verify_form": Again,
    "two_factor_verify_code_form": Code,
    "two_factor_setup_form": SetUpCode,
    "two_factor_rescue_form": AskHelp,
    "mf_recovery_form": Recovery,
}
"""What Flask-Security calls each form, and ours in its place."""
