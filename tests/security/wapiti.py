#!/usr/bin/env python3
"""Wapiti 3.0.4 of Debian 12 with Python 3.11: its way of leaving addresses out makes a pattern that this Python refuses; it is replaced here."""
import re
import sys

import wapitiCore.net.crawler as crawler
from wapitiCore.main.wapiti import wapiti_main

crawler.wildcard_translate = lambda pattern: re.compile(re.escape(pattern).replace(r"\*", ".*") + r"\Z", re.I)
sys.exit(wapiti_main())
