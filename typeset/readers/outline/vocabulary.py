"""The words by which a role, an employer, a school, a degree or a verb is known in the heads and bullets of CVs."""

from __future__ import annotations

import re

_ROLES = """
engineer developer programmer manager director lead leader head chief officer president vice founder co-founder owner
partner intern internship trainee apprentice analyst scientist architect consultant advisor adviser specialist expert
professor lecturer instructor teacher tutor assistant associate fellow fellowship researcher scholar student postdoc
coordinator administrator designer editor writer author journalist translator technician nurse doctor physician surgeon
pharmacist accountant auditor clerk secretary receptionist representative agent supervisor trainer coach mentor operator
driver cook waiter barista member volunteer chair chairman chairwoman board freelancer freelance contractor
counsel lawyer attorney judge paralegal captain sergeant soldier artist musician photographer producer librarian curator
salesperson salesman cashier buyer planner strategist evangelist advocate cto ceo cfo coo cio vp svp evp sre devops
goatherd farmer gardener carpenter electrician plumber mechanic maintainer contributor creator reviewer speaker
entwickler entwicklerin ingenieur ingenieurin leiter leiterin leitung mitarbeiter mitarbeiterin berater beraterin
geschäftsführer geschäftsführerin praktikant praktikantin praktikum werkstudent werkstudentin dozent dozentin referent
lehrer lehrerin assistent assistentin auszubildende auszubildender informatiker informatikerin doktorand doktorandin
développeur développeuse ingénieur ingénieure directeur directrice responsable stagiaire professeur chargé chargée
consultante technicien technicienne gérant enseignant chercheur chercheuse chefe
desarrollador desarrolladora ingeniero ingeniera jefe jefa gerente becario becaria profesor profesora investigador
sviluppatore ingegnere responsabile tirocinante docente ricercatore desenvolvedor engenheiro engenheira estagiário
ontwikkelaar ingénieur-architect stagiair utvecklare ingenjör lärare chef udvikler inżynier programista kierownik
разработчик инженер менеджер руководитель программист директор аналитик
"""
_ROLES_OF_COMPOUNDS = """
leiter entwickler ingenieur berater mitarbeiter assistent forscher lehrer techniker pfleger führer meister
wissenschaftler akustiker funker gründer autor informatiker mathematiker physiker chemiker biologe helfer händler
verkäufer planer gestalter schreiber sprecher betreuer verwalter prüfer trainer designer manager redakteur
"""
"""Roles in German that stand at the end of longer words, too, in both genders."""

_ROLE = re.compile(
    rf"\b(?:{'|'.join(sorted(set(_ROLES.split()), key=len, reverse=True))})s?\b|"
    rf"\b\w*(?:{'|'.join(_ROLES_OF_COMPOUNDS.split())}|verantwortliche)(?:in|r)?\b|"
    r"工程师|工程師|经理|經理|总监|主管|实习生|エンジニア|マネージャー|リーダー|部長|課長|開発者|개발자|엔지니어|매니저",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|LLC|LLP|Corp|PLC|plc|GmbH|AG|KG|e\.V|S\.A|SARL|SAS|S\.L|B\.V|Oy|A/S|ApS)\b\.?|"
    r"\b(?:Corporation|Company|Group|Gruppe|Groupe|Foundation|Stiftung|Laborator(?:y|ies)|Labs?|Technologies|Systems|"
    r"Solutions|Bank|Hospital|Klinik|Ministry|Ministerium|Agency|Association|Verein|Society|Networks?|Centre|Center|"
    r"Studios?|Partners|International|Industries|Press|Museum|Council|Consulting|Dynamics|Corps|Reserves|Consortium)\b|"
    r"株式会社|公司|주식회사"
)
_SCHOOL = re.compile(
    r"universi|college|school\b|schule\b|institut|academy|akademie|académie|polytech|politecnic|école|escuela|facult|"
    r"gymnasium|lycée|liceo|seminary|conservator|\b(?:ETH|EPFL|MIT|TU|FH|UC|UCLA|NYU|LMU|KTH|TH)\b|大学|大學|学院|高校|대학교",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:Ph\.?\s?D|D\.?\s?Phil|M\.?\s?Phil|[BM]\.?\s?Sc|[BM]\.?\s?S|[BM]\.?\s?A|[BM]\.?\s?Eng|[BM]\.?\s?Ed|LL\.?\s?[BM]|"
    r"MBA|M\.?\s?D|J\.?\s?D|A\.?\s?[AB]|BFA|MFA|MPH|MPA|MRes|Dr)\b\.?(?![\w-])|"
    r"\b(?:Bachelor|Master|Magister|Doctor|Doctorate|Diplom|Diploma|Diplôme|Licence|Licenciatura|Laurea|Maîtrise|Mestrado|"
    r"Bacharelado|Promotion|Habilitation|Staatsexamen|Abitur|Matura|Baccalauréat|A-Levels?|GCSEs?|Associate|Minor|Major|"
    r"Certificate|GED|Graduate|Undergraduate|Degree|Doctorat|Máster|Grado|Tecnólogo|Postdoc\w*)(?:['’]?s)?\b|"
    r"学士|修士|博士|硕士|碩士|本科|学位|학사|석사|박사",
)
_UNIT = re.compile(
    r"\b(?:Department|Dept|Team|Group|Division|Unit|Faculty|School|Institute|Lab|Laboratory|Office|Abteilung|Fakultät|"
    r"Institut|Département|Departamento|Chair|Lehrstuhl|Program|Programme)\b"
)

_PAST = """
built brought became began bought chose cut did drove fed found gave got grew held kept knew laid led left made met
oversaw overcame ran rewrote saw sent set sold sought spent spoke spun stood taught took told thought underwent won
wrote shot hit shed shipped put
"""
"""Verbs whose past tense does not end in -ed."""

_STARTING = """
helping building leading working managing providing supporting driving creating using guiding making ensuring
improving reducing increasing enabling delivering serving assisting overseeing maintaining coordinating facilitating
"""
"""Forms in -ing that begin what a person does, and name no field of work."""

_NO_VERBS = "need speed feed seed embedded distributed related based advanced applied red ted med fed unified limited"

_ACTIONS = frozenset([*_PAST.split(), *_STARTING.split()])


def names_role(words: str) -> bool:
    """Whether some word names what a person can be."""
    return bool(_ROLE.search(words))


def names_company(words: str) -> bool:
    """Whether some word belongs to the names of firms and institutions."""
    return bool(_COMPANY.search(words))


def names_school(words: str) -> bool:
    """Whether some word belongs to the names of schools."""
    return bool(_SCHOOL.search(words))


def names_degree(words: str) -> bool:
    """Whether some word names a degree."""
    return bool(_DEGREE.search(words))


def names_unit(words: str) -> bool:
    """Whether some word names a part of an organisation."""
    return bool(_UNIT.search(words))


def is_action(word: str) -> bool:
    """Whether a word says what somebody did: "Built", "Spearheaded", "Helping"; English only."""
    bare = word.strip("*_\"“”'(),.;:").lower()
    if bare in _NO_VERBS.split():
        return False
    return bare in _ACTIONS or bool(re.fullmatch(r"[a-z][a-z-]{2,}ed", bare))
