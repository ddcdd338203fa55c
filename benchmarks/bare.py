"""The bare Flask page that the pages of the registry are measured against."""

from flask import Flask, render_template_string

PAGE = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ text }}</p>"


def create_bare_app() -> Flask:
    """One page, one template, no database."""
    app = Flask("bare")

    @app.get("/")
    def page() -> str:
        return render_template_string(PAGE, title="A page", text="A paragraph of text. " * 40)

    return app
