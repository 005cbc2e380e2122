"""How letters are written in a language and a country: their form, and the few words that they add to one's own."""

from __future__ import annotations

from typeset.document.words import words

DIN_5008 = "din-5008"
"""The German form B (DIN 5008:2020, 4): the address in the window of an envelope, marks where the sheet is folded."""
US_BLOCK = "us-block"
"""Full block, as American handbooks have it: every line begins at the left margin."""
INTERNATIONAL = "international"
"""Whom it is to at the left, where and when it is written at the right."""
_FORMS = {"de": DIN_5008, "de-DE": DIN_5008, "de-AT": DIN_5008, "en": US_BLOCK, "en-US": US_BLOCK, "es-US": US_BLOCK}

LETTER_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "letter": "Letter",
        "cv": "Curriculum vitae",
        "dated": "{place}, {date}",
        "reference": "Reference",
        "closing": "Yours sincerely,",
        "signature": "Signature of {name}",
        "enclosures": "Enclosures",
    },
    "de": {
        "letter": "Anschreiben",
        "cv": "Lebenslauf",
        "dated": "{place}, {date}",
        "reference": "Kennziffer",
        "closing": "Mit freundlichen Grüßen",
        "signature": "Unterschrift von {name}",
        "enclosures": "Anlagen",
    },
    "fr": {
        "letter": "Lettre de motivation",
        "cv": "Curriculum vitæ",
        "dated": "{place}, le {date}",
        "reference": "Référence",
        "closing": "Je vous prie d’agréer mes salutations distinguées.",
        "signature": "Signature de {name}",
        "enclosures": "Pièces jointes",
    },
    "es": {
        "letter": "Carta de presentación",
        "cv": "Currículum vítae",
        "dated": "{place}, {date}",
        "reference": "Referencia",
        "closing": "Atentamente,",
        "signature": "Firma de {name}",
        "enclosures": "Anexos",
    },
    "pt": {
        "letter": "Carta de apresentação",
        "cv": "Curriculum vitae",
        "dated": "{place}, {date}",
        "reference": "Referência",
        "closing": "Com os melhores cumprimentos,",
        "signature": "Assinatura de {name}",
        "enclosures": "Anexos",
    },
    "it": {
        "letter": "Lettera di presentazione",
        "cv": "Curriculum vitae",
        "dated": "{place}, {date}",
        "reference": "Riferimento",
        "closing": "Cordiali saluti",
        "signature": "Firma di {name}",
        "enclosures": "Allegati",
    },
    "nl": {
        "letter": "Motivatiebrief",
        "cv": "Curriculum vitae",
        "dated": "{place}, {date}",
        "reference": "Kenmerk",
        "closing": "Met vriendelijke groet,",
        "signature": "Handtekening van {name}",
        "enclosures": "Bijlagen",
    },
    "pl": {
        "letter": "List motywacyjny",
        "cv": "Życiorys",
        "dated": "{place}, {date}",
        "reference": "Numer referencyjny",
        "closing": "Z poważaniem",
        "signature": "Podpis: {name}",
        "enclosures": "Załączniki",
    },
    "ja": {
        "letter": "送付状",
        "cv": "履歴書",
        "dated": "{place}、{date}",
        "reference": "参照番号",
        "closing": "敬具",
        "signature": "{name}の署名",
        "enclosures": "同封書類",
    },
    "zh": {
        "letter": "求职信",
        "cv": "简历",
        "dated": "{place}，{date}",
        "reference": "编号",
        "closing": "此致敬礼",
        "signature": "{name}的签名",
        "enclosures": "附件",
    },
    "zh-Hant": {
        "letter": "求職信",
        "cv": "履歷",
        "dated": "{place}，{date}",
        "reference": "編號",
        "closing": "此致敬禮",
        "signature": "{name}的簽名",
        "enclosures": "附件",
    },
    "ko": {
        "letter": "자기소개서",
        "cv": "이력서",
        "dated": "{place}, {date}",
        "reference": "참조 번호",
        "closing": "감사합니다.",
        "signature": "{name}의 서명",
        "enclosures": "첨부 서류",
    },
}
"""The words that a letter adds to what is written in it, by language; `cv` and `letter` name the parts of a dossier."""

_AMERICAN = {"closing": "Sincerely,", "cv": "Résumé", "letter": "Cover letter", "dated": "{date}"}


def form_of(language: str) -> str:
    """Return the form of letters in a BCP 47 language; `en` alone is American, `de` alone German."""
    return _FORMS.get(language, INTERNATIONAL)


def letter_words(language: str) -> dict[str, str]:
    """Return the words of letters in a BCP 47 language; English where there are none for it."""
    known = words(language, LETTER_WORDS)
    return known | _AMERICAN if language in ("en", "en-US") else known
