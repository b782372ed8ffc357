#!/usr/bin/env python3
"""Requests no client sends, over raw sockets, and many connections that say little: raw_http.py HOST PORT malformed|idle

malformed: every request must be refused with a 4xx or 5xx that is no 500, or the connection closed, and must never be taken for two.
idle:      2,000 connections that begin a request and do not go on; whoever comes meanwhile is answered with p95 <= 1 s.
"""
import socket
import sys
import time

HOST, PORT = sys.argv[1], int(sys.argv[2])
H = b"Host: 127.0.0.1\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
NEXT = b"GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
POST = b"POST /api/readings HTTP/1.1\r\n" + H + b"Content-Type: text/plain\r\n"

REFUSED = {
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + H + b"Host: other\r\n\r\n",
    "host with a blank": b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
    "host with CR": b"GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n",
    "unknown version": b"GET / HTTP/9.9\r\n" + H + b"\r\n",
    "no version": b"GET /\r\n\r\n",
    "binary": bytes(range(256)) * 4 + b"\r\n\r\n",
    "TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64 + b"\r\n\r\n",
    "NUL in the path": b"GET /a\0b HTTP/1.1\r\n" + H + b"\r\n",
    "blank in the path": b"GET /a b HTTP/1.1\r\n" + H + b"\r\n",
    "path of 20 kB": b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + H + b"\r\n",
    "header of 100 kB": b"GET / HTTP/1.1\r\n" + H + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "5,000 headers": b"GET / HTTP/1.1\r\n" + H + b"".join(b"X-%d: y\r\n" % i for i in range(5_000)) + b"\r\n",
    "header without a name": b"GET / HTTP/1.1\r\n" + H + b": x\r\n\r\n",
    "blank before the colon": b"GET / HTTP/1.1\r\n" + H + b"X : y\r\n\r\n",
    "folded header": b"GET / HTTP/1.1\r\n" + H + b"X: y\r\n z\r\n\r\n",
    "NUL in a header": b"GET / HTTP/1.1\r\n" + H + b"X: a\0b\r\n\r\n",
    "CR in a header": b"GET / HTTP/1.1\r\n" + H + b"X: a\rb\r\n\r\n",
    "two lengths": POST + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
    "length with a sign": POST + b"Content-Length: +3\r\n\r\nabc",
    "negative length": POST + b"Content-Length: -3\r\n\r\nabc",
    "length as a list": POST + b"Content-Length: 3, 3\r\n\r\nabc",
    "length beyond 64 bits": POST + b"Content-Length: 99999999999999999999\r\n\r\nabc",
    "xchunked": POST + b"Transfer-Encoding: xchunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "chunked not last": POST + b"Transfer-Encoding: chunked, identity\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "chunk size that is none": POST + CHUNKED + b"\r\nzz\r\nabc\r\n0\r\n\r\n",
    "chunk size beyond 64 bits": POST + CHUNKED + b"\r\nFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n",
    "bare LF ends a chunk size": POST + CHUNKED + b"\r\n3\nabc\r\n0\r\n\r\n",
    "bare LF in a chunk extension": POST + CHUNKED + b"\r\n3;a\nb\r\nabc\r\n0\r\n\r\n",
    "bare CR in a chunk extension": POST + CHUNKED + b"\r\n3;a\rb\r\nabc\r\n0\r\n\r\n",
    "chunk longer than said": POST + CHUNKED + b"\r\n3\r\nabcdef\r\n0\r\n\r\n",
}

# What may be answered, but as one request: what follows must not be believed (RFC 9112, 6.1 and 6.3).
ONE_ANSWER = {
    "length and chunked": POST + b"Content-Length: 6\r\n" + CHUNKED + b"\r\n0\r\n\r\n" + NEXT,
    "chunked and length": POST + CHUNKED + b"Content-Length: 4\r\n\r\n0\r\n\r\n" + NEXT,
    "chunked twice": POST + CHUNKED + CHUNKED + b"\r\n0\r\n\r\n" + NEXT,
    "chunked under HTTP/1.0": POST.replace(b"1.1", b"1.0") + CHUNKED + b"\r\n0\r\n\r\n" + NEXT,
    "request hidden in a chunk extension": POST + CHUNKED + b"\r\n2;\n" + NEXT + b"\r\n0\r\n\r\n",
}


def answer(request, patience=12):
    """All that comes back until the connection is closed or is silent."""
    with socket.create_connection((HOST, PORT), timeout=patience) as line:
        got = b""
        try:
            line.sendall(request)
            line.settimeout(3)
            while True:
                piece = line.recv(65_536)
                if not piece:
                    break
                got += piece
        except (TimeoutError, ConnectionError):
            pass
        return got


def malformed():
    bad = 0
    for name, request in REFUSED.items():
        got = answer(request)
        status = int(got[9:12]) if got.startswith(b"HTTP/1.1 ") else 0
        ok = not got or (400 <= status < 600 and status != 500 and got.count(b"HTTP/1.1 ") == 1)
        bad += not ok
        if not ok:
            print(f"{name}: answered {status or got[:40]!r}, {got.count(b'HTTP/1.1 ')} answers")
    for name, request in ONE_ANSWER.items():
        got = answer(request)
        if got.count(b"HTTP/1.1 ") > 1:
            bad += 1
            print(f"{name}: taken for {got.count(b'HTTP/1.1 ')} requests")
    print(f"{len(REFUSED) + len(ONE_ANSWER)} malformed requests, {bad} taken wrongly")
    return bad


def times(count):
    taken = []
    for _ in range(count):
        begun = time.monotonic()
        got = answer(b"GET /sign-in HTTP/1.1\r\n" + H + b"Connection: close\r\n\r\n")
        taken.append(time.monotonic() - begun if got.startswith(b"HTTP/1.1 200") else 99)
    return sorted(taken)[int(count * 0.95)]


def idle():
    before, lines = times(20), []
    for at in range(2_000):
        line = socket.create_connection((HOST, PORT), timeout=10)
        line.sendall(b"POST /sign-in HTTP/1.1\r\n" + H + (b"" if at % 2 else b"Content-Length: 1000\r\n\r\na"))
        lines.append(line)
    during = times(40)
    for line in lines:
        line.close()
    print(f"p95 {before * 1000:.0f} ms, with {len(lines)} idle connections {during * 1000:.0f} ms")
    return 0 if during <= 1 else 1


sys.exit(1 if {"malformed": malformed, "idle": idle}[sys.argv[3]]() else 0)
