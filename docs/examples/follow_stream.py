"""Follows the stream and prints each event. Python 3.9, nothing to install:
FEED_URL=… TOKEN_URL=… CLIENT_ID=… CLIENT_SECRET=… python3 follow_stream.py
"""
import http.client
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request

FEED_URL, TOKEN_URL = os.environ["FEED_URL"], os.environ["TOKEN_URL"]
PLACE_FILE = os.environ.get("PLACE_FILE", "place.txt")
SILENCE = 45  # A sign of life comes every 15 seconds; after this silence the line is dead.


def bearer():
    form = urllib.parse.urlencode({
        "grant_type": "client_credentials",
        "client_id": os.environ["CLIENT_ID"],
        "client_secret": os.environ["CLIENT_SECRET"],
    }).encode()
    with urllib.request.urlopen(TOKEN_URL, form, timeout=10) as answer:
        return json.load(answer)["access_token"]


def read_place():
    try:
        with open(PLACE_FILE) as file:
            return {"Last-Event-ID": file.read()}
    except FileNotFoundError:
        return {}


def keep_place(place):
    with open(PLACE_FILE + ".new", "w") as file:
        file.write(place)
    os.replace(PLACE_FILE + ".new", PLACE_FILE)


def take(frame):
    """One frame: `id` where you are, `event` and `data` when there is something to take."""
    if frame.get("event") == "end":
        # The reader's rights ended, or its place is gone: `data` says which, and what to do.
        raise SystemExit(frame["data"])
    if "data" in frame:
        print(frame["id"], frame["event"], flush=True)
    if "id" in frame:
        keep_place(frame["id"])


def listen():
    headers = {"Authorization": "Bearer " + bearer(), **read_place()}
    request = urllib.request.Request(urllib.parse.urljoin(FEED_URL, "/events/stream"), headers=headers)
    with urllib.request.urlopen(request, timeout=SILENCE) as answer:
        frame = {}
        for line in answer:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if line == b"\n":
                take(frame)
                frame = {}
            else:
                frame[name] = value


while True:
    try:
        listen()
    except urllib.error.HTTPError as refused:
        if refused.code != 429 and refused.code < 500:
            raise SystemExit(refused.read().decode())
    except (OSError, http.client.HTTPException):
        pass  # The line broke; the place is not lost.
    time.sleep(1)
