"""English: its joining words, and the words and headings of its advertisements."""

from __future__ import annotations

import re

from typeset.coverage.languages.language import Language, beginning, lines, words

ENGLISH = Language(
    tag="en",
    name="English",
    stemmer="english",
    spellings=(
        (re.compile(r"(?<=\w{3})is(?=(?:e[drs]?|es|ing|ations?)$)"), "iz"),
        (re.compile(r"(?<=\w{3})our"), "or"),
        (re.compile(r"(?<=\w{3})ll(?=(?:ed|ers?|ing)$)"), "l"),
    ),
    joining=words("""
        a about above across after again against all along already also although always am among an and another any
        anyone are aren't around as at away back be because been before behind being below between both but by can
        can't cannot chief could did do does doesn't doing don't done down during each eight either else enough etc
        even ever every everyone everything few first five for four from further get gets getting had has have having
        he head her here hers him his how however i if in including inside instead into is isn't it it's its itself
        junior just last lead least less like lots made make makes making many may maybe me might mine more most much
        must my need needs neither never nine no nor not nothing of off often on once one ones only onto or other
        others our ours out outside over own per perhaps principal quite rather really same second senior seven
        several shall she should since six so some someone something soon staff still such ten than that that's the
        their theirs them themselves then there these they they're thing things third this those though three through
        throughout thus to together too toward towards two under until up upon us using usually very via was way we
        we'd we'll we're we've well were what what's whatever when where whether which while who whoever whole whom
        whose why will with within without won't would yes yet you you'd you'll you're you've your yours yourself
    """),
    usual=words("""
        ab ability able accept accomplish achieve active additional advanced advantage advantageous ag align ambiguous
        ambitious applicable applicant application applications apply appreciate approach appropriate april architect
        area aspect assist associate attention attitude august author background based basic become believe benefit
        best better big billion bonus bring broad build came candidate capable care career challenge challenging
        change clear closely co collaborate collaborative colleague combine come comfort comfortable commercial commit
        company complete comprehensive concept confident consider contribute core cover create creative
        cross-functional culture curiosity curious current daily day deal decade december decision dedicated deep
        deep-dive define degree deliver demonstrable demonstrate depend deploy desirable desire desired detail
        detailed determine develop different discover diverse done drive duration duty dynamic eager easy effective
        efficient employee employer employment enable encourage end-to-end energetic engage enjoy ensure enthusiastic
        entire environment equivalent essential establish evolve exceed excellent excite exciting execute exist expect
        experience experienced expert expert-level expertise explore expose exposure extensive face facilitate
        familiar familiarity fast fast-paced february feel field find fit flexible fluent focus follow foster
        foundation fresh friday full full-time fun fundamental future gain general give given gmbh goal good grasp
        great ground group grow growing growth guide habit hand handle hands-on happy hard help high high-quality
        highly hire hold hour hundred hybrid idea ideal identify impact implement important improve inc include
        increase independent individual industry influence initiative innovative inspire interact interest interested
        interesting invent invented involve iterate january job join journey july june junior keen keep key kind know
        knowledge known large large-scale lead leader leading learn level leverage lifecycle live llc local long look
        love ltd made main maintain major manage manager march match material matter maximum meaningful measurable
        meet member mentor mid mid-level million mind mindset mission monday month motivate motivated move multiple
        native necessary new next nice november number numerous obtain october offer office on-site open operate
        opportunity optimal order organisation organization orient outcome overall oversee owner ownership paced part
        part-time participate partner passion passionate past people perform permanent person personal perspective
        pick place plan play player plc please plus point position positive possess possible practical practice
        practise prefer preferable preferred prepare present prior prioritise prioritize proactive problem process
        produce product-minded profession professional proficiency proficient profile progress project proof proper
        proud prove proven provide purpose push qualification qualified quality quarterly question quick range reach
        read ready real reason receive recent record regular relate related relevant reliable remote report require
        required requirement resource respect responsibility responsible result right rigorous role room run salary
        saturday scope seek self-motivated self-starter senior sense september serve set shape share ship short show
        similar similarly simple site situation skill skilled small smart solid solution solve sound spirit stack
        staff stakeholder stand standard start starter state stay strength strive strong style success successful
        suggest suitable sunday support sure take taken talent talented task taught teach team teammate technical
        technique technology term thorough thousand thrive thursday time title today tool tooling top topic track
        trait translate travel treat trust try tuesday type understand understanding unique use useful user valuable
        value variety various vibrant view vision wait want wednesday week welcome wide willing willingness win wish
        word work workplace world worldwide write written year
    """),
    lists=words("and or"),
    vague=words("""
        area business code company customer data design development engineering feature load management market method
        model platform product production project scale server service software source standard step system systems
        technology test testing user value
    """),
    pairs=lines("""
        change management
        deep learning
        full stack
        key account
        machine learning
        open source
        people management
        problem solving
        product management
        project management
        quality assurance
        real time
        time series
        user experience
    """),
    subjects=words("you we they it that who which will can would could should must to something"),
    aside=beginning("""
        about us
        about the company
        about the team
        who we are
        our company
        our mission
        our values
        our story
        why join
        why work
        why us
        what we offer
        what you get
        what you'll get
        what's in it for you
        we offer
        benefits
        perks
        compensation
        salary
        pay range
        equal opportunit
        diversity
        inclusion
        accommodation
        how to apply
        how we hire
        to apply
        application process
        interview process
        hiring process
        contact
        location
        place of work
        privacy
        legal
        employment type
        closing date
        deadline
        start date
        company
        salary
    """),
    asked=beginning("""
        requirement
        required
        qualification
        minimum qualification
        must have
        must-have
        nice to have
        nice-to-have
        bonus
        a plus
        preferred
        desired
        you have
        you are
        you will
        you'll
        you bring
        about you
        your profile
        who you are
        what you bring
        what you'll
        what you will
        what we're looking for
        what we are looking for
        what we look for
        we look for
        we expect
        skills
        experience
        responsibilities
        your task
        tasks
        duties
        the role
        the job
        your role
        key skills
        tech stack
        our stack
        technologies
    """),
    phrases=beginning("""
        equal opportunit
        equal-opportunit
        without regard to
        regardless of
        reasonable accommodation
        race, color
        race, colour
        sexual orientation
        we offer
        paid time off
        apply now
        send us your
        we look forward
        background check
    """),
)
