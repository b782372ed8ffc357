#!/usr/bin/env python3
"""Signs sample people in by the one click of the sample mode and prints what a tool needs to be them.

sign_in.py BASE              one line a role: ROLE<TAB>NAME<TAB>COOKIE HEADER
sign_in.py BASE NAME         the cookie header of that person
Cookies are taken as they come and sent back by hand, so that Secure ones work over plain HTTP on this machine too.
"""
import html
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


LAX = ssl.create_default_context()
LAX.check_hostname = False
LAX.verify_mode = ssl.CERT_NONE
OPENER = urllib.request.build_opener(NoRedirect, urllib.request.HTTPSHandler(context=LAX))


class Visitor:
    """Asks with the cookies it was given before."""

    def __init__(self, base):
        self.base = base.rstrip("/")
        self.cookies = {}

    def ask(self, path, form=None, headers=None):
        data = urllib.parse.urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(self.base + path, data, dict(headers or {}))
        if self.cookies:
            request.add_header("Cookie", self.header())
        if data is not None:
            request.add_header("Origin", self.base)
        try:
            answer = OPENER.open(request, timeout=60)
        except urllib.error.HTTPError as failure:
            answer = failure
        for line in answer.headers.get_all("Set-Cookie") or []:
            pair, _, rest = line.partition(";")
            name, _, value = pair.partition("=")
            if re.search(r"max-age=0|expires=Thu, 01 Jan 1970", rest, re.I):
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        return answer.status, answer.read().decode("utf-8", "replace")

    def header(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


def people(page):
    """(role, id, name) of every tile of the sign-in page, in its order."""
    for section in re.findall(r'<section aria-labelledby="role-(\w+)">(.*?)</section>', page, re.S):
        for person, name in re.findall(r'name="personId" value="([^"]+)".*?<b>(.*?)</b>', section[1], re.S):
            yield section[0], person, html.unescape(name)


def sign_in(base, person):
    visitor = Visitor(base)
    _, page = visitor.ask("/sign-in")
    token = re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', page)
    form = {"personId": person}
    if token:
        form["__RequestVerificationToken"] = html.unescape(token.group(1))
    status, _ = visitor.ask("/sign-in?handler=Person", form)
    if status not in (302, 303):
        raise SystemExit(f"signing in answers {status}")
    status, _ = visitor.ask("/people/tokens")
    if status != 200:
        raise SystemExit(f"whoever signed in gets {status}")
    return visitor


def main():
    base = sys.argv[1]
    _, page = Visitor(base).ask("/sign-in")
    known = list(people(page))
    if not known:
        raise SystemExit("the sign-in page offers nobody; is the sample mode on?")
    if len(sys.argv) > 2:
        person = next(one for one in known if one[2] == sys.argv[2])
        print(sign_in(base, person[1]).header())
        return
    seen = set()
    for role, person, name in known:
        if role not in seen:
            seen.add(role)
            print(f"{role}\t{name}\t{sign_in(base, person).header()}")


if __name__ == "__main__":
    main()
