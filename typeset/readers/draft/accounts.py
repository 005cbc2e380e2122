"""Where accounts are: an address in, the network and the account's name out, and the other way round."""

from __future__ import annotations

import re

_HOSTS = {
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "bitbucket.org": "Bitbucket",
    "codeberg.org": "Codeberg",
    "linkedin.com": "LinkedIn",
    "twitter.com": "Twitter",
    "x.com": "X",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "xing.com": "XING",
    "stackoverflow.com": "Stack Overflow",
    "youtube.com": "YouTube",
    "medium.com": "Medium",
    "dev.to": "DEV",
    "orcid.org": "ORCID",
    "scholar.google.com": "Google Scholar",
    "researchgate.net": "ResearchGate",
    "keybase.io": "Keybase",
    "behance.net": "Behance",
    "dribbble.com": "Dribbble",
    "kaggle.com": "Kaggle",
    "leetcode.com": "LeetCode",
    "wikipedia.org": "Wikipedia",
    "bsky.app": "Bluesky",
    "mastodon.social": "Mastodon",
    "t.me": "Telegram",
    "qiita.com": "Qiita",
    "zhihu.com": "Zhihu",
    "weibo.com": "Weibo",
}
_ADDRESSES = {
    "behance": "https://www.behance.net/",
    "bitbucket": "https://bitbucket.org/",
    "codeberg": "https://codeberg.org/",
    "facebook": "https://www.facebook.com/",
    "github": "https://github.com/",
    "gitlab": "https://gitlab.com/",
    "googlescholar": "https://scholar.google.com/citations?user=",
    "imdb": "https://www.imdb.com/name/",
    "instagram": "https://www.instagram.com/",
    "keybase": "https://keybase.io/",
    "kaggle": "https://www.kaggle.com/",
    "leetcode": "https://leetcode.com/u/",
    "linkedin": "https://www.linkedin.com/in/",
    "medium": "https://medium.com/@",
    "orcid": "https://orcid.org/",
    "researchgate": "https://www.researchgate.net/profile/",
    "stackoverflow": "https://stackoverflow.com/users/",
    "telegram": "https://t.me/",
    "twitter": "https://twitter.com/",
    "x": "https://x.com/",
    "xing": "https://www.xing.com/profile/",
    "youtube": "https://www.youtube.com/@",
}
_USERNAMES = {"orcid": r"(?:\d{4}-){3}\d{3}[\dX]", "imdb": r"nm\d+", "stackoverflow": r"\d+(?:/[\w.-]+)?"}
"""What an account's name looks like where it is not just any word."""
_ACCOUNT = re.compile(r"/(?:in/|users/(?:\d+/)?|user/|u/|profile/|people/|pub/|c/|@)?([\w.~%+-]+)/?")
_NAMES = {name.casefold().replace(" ", ""): name for name in _HOSTS.values()}


def network(words: str) -> str | None:
    """Return the network that a label such as "Github" or "Stack Overflow" names."""
    return _NAMES.get(re.sub(r"[\s-]", "", words).casefold())


def account(address: str) -> tuple[str | None, str | None]:
    """Return the network of an address and the name of the account that it is the page of, as far as it tells."""
    found = re.match(r"(?i)(?:https?://)?(?:www\.|[a-z]{2}\.|[a-z]{2}-[a-z]{2}\.)?([^/?#]+)([^?#]*)", address)
    name = _HOSTS.get(found[1].lower()) if found else None
    if not found or not name:
        return None, None
    path = _ACCOUNT.fullmatch(found[2])
    return name, path[1] if path else None


def address_of(network: str, username: str) -> str | None:
    """Return where an account is; None for a network not known, and for what is no name of an account there."""
    network = re.sub(r"[\s_-]", "", network).lower()
    if network == "mastodon" and (found := re.fullmatch(r"@?([\w.-]+)@([\w.-]+)", username)):
        return f"https://{found[2]}/@{found[1]}"
    username = username.removeprefix("@")
    if network not in _ADDRESSES or not re.fullmatch(_USERNAMES.get(network, r"[\w.~%-]+"), username):
        return None
    return _ADDRESSES[network] + username
