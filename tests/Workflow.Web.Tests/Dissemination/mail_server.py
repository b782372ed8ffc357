"""A mail server of another make for the tests: aiosmtpd on a free port of this machine, STARTTLS and a password required.

mail_server.py CERTIFICATE KEY USER PASSWORD RECORD
Prints its port, then writes one JSON line per accepted message to RECORD until it is stopped.
"""
import asyncio
import json
import ssl
import sys
import warnings
from email import message_from_bytes
from email.policy import default

from aiosmtpd.smtp import AuthResult, LoginPassword, SMTP

# The library warns of its own attribute names.
warnings.simplefilter("ignore")
certificate, key, user, password, record = sys.argv[1:6]


class Keep:
    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.original_content, policy=default)
        entry = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "messageId": message["Message-ID"],
            "subject": message["Subject"],
            "text": message.get_body(("plain",)).get_content(),
            "tls": session.ssl is not None,
            "user": session.auth_data.decode() if session.authenticated else None,
        }
        with open(record, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        return "250 2.0.0 taken"


def sign_in(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) == (user, password)
    return AuthResult(success=good, handled=good, auth_data=data.login if good else None)


async def serve():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)

    def connection():
        return SMTP(Keep(), hostname="mail.test", tls_context=tls, require_starttls=True, authenticator=sign_in, auth_required=True, enable_SMTPUTF8=True)

    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
