"""Names of countries, as yamlresume's editor offers them, and their codes (ISO 3166-1 alpha-2)."""

_COUNTRIES = """
AE United Arab Emirates|AR Argentina|AT Austria|AU Australia|BD Bangladesh|BE Belgium|BG Bulgaria|BR Brazil|BY Belarus
CA Canada|CH Switzerland|CL Chile|CN China|CO Colombia|CR Costa Rica|CY Cyprus|CZ Czech Republic|DE Germany|DK Denmark
DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|ES Spain|ET Ethiopia|FI Finland|FR France|GB United Kingdom|GH Ghana
GR Greece|HK Hong Kong|HR Croatia|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IN India|IR Iran|IS Iceland|IT Italy
JO Jordan|JP Japan|KE Kenya|KR South Korea|KZ Kazakhstan|LB Lebanon|LI Liechtenstein|LK Sri Lanka|LT Lithuania
LU Luxembourg|LV Latvia|MA Morocco|MO Macau|MT Malta|MX Mexico|MY Malaysia|NG Nigeria|NL Netherlands|NO Norway|NP Nepal
NZ New Zealand|PE Peru|PH Philippines|PK Pakistan|PL Poland|PT Portugal|QA Qatar|RO Romania|RS Serbia|RU Russia
SA Saudi Arabia|SE Sweden|SG Singapore|SI Slovenia|SK Slovakia|TH Thailand|TN Tunisia|TR Türkiye|TW Taiwan|UA Ukraine
US United States|UY Uruguay|UZ Uzbekistan|VE Venezuela|VN Vietnam|ZA South Africa
"""

CODES = {
    name.casefold(): code
    for code, _, name in (line.partition(" ") for line in _COUNTRIES.strip().replace("\n", "|").split("|"))
}
"""The codes by the names, in small letters."""
