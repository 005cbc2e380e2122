"""What is true in, what one reader sees out: a résumé and an application give a résumé for that reader."""

from __future__ import annotations

from typeset.resume.application import Application
from typeset.resume.model import Resume
from typeset.resume.tailoring.addresses import addresses, put
from typeset.resume.tailoring.checking import complaints
from typeset.resume.tailoring.choosing import Choice, chosen
from typeset.resume.tailoring.private import NOTHING, PrivateValues, granted, grants
from typeset.resume.tailoring.wording import in_variants, reworded, titled
from typeset.source import Faults


def tailor(resume: Resume, application: Application, private: PrivateValues = NOTHING) -> Resume:
    """Return the résumé in the words asked for, without what is private, meant for other readers, or left out.

    Bullets take the wordings of the application's tags, then its own; sections come in its order; private values that
    it lists come last, over what the content has. Raises `Faults` for everything in it that does not exist or that
    contradicts something else, at its place.
    """
    faults = complaints(resume, application)
    resume = in_variants(resume, application.tags)
    if application.reword or application.titles or application.private:
        known = addresses(resume)
        texts, unworded = reworded(known, application)
        titles, untitled = titled(known, resume, application)
        values, ungranted = grants(known, application, private)
        faults += [*unworded, *untitled, *ungranted]
        for wording in (*texts, *titles):
            resume = put(resume, wording.steps, wording.value)
        resume = granted(resume, values)
    if faults:
        raise Faults(faults)
    return chosen(resume, Choice.of(application), application.order)
