"""Words of trades that general dictionaries lack, in small letters; plurals and other endings are told from them."""

from typeset.lint.listed import listed

JARGON = listed("""
    abaqus accessor addon adhoc admin adtech affordance agentic agritech airtable algo ansible ansys app apps argocd
    artefact artefacts asana assistive async attrs auschecken ausgecheckt auth authn authz autocomplete autoencoder
    autoscale axonal backend backoffice backport barcode barista baristas bcrypt bezier bioassay bioinformatics
    biomarker biosensor biotech biotechs bitmapped blockchain blog blogging bokeh bootcamp bootloader briefen bugfix
    builtin bytecode canban capex cardio centred certifi changelog charset chatbot checkbox cheminformatics
    chemometrics chipset chroot cleantech cli clickstream clojure coachen codebase codec codegen cofounder colocate
    colocation commonjs comms compat comsol conda config containerise contrib copyediting copyleft copywriting
    coworking crispr cron crossfunctional crowdfund crowdsource cryo crypto cryptocurrency ctypes cyber cybersecurity
    cython cytometry datacenter datacentre datadog dataframe dataframes datasheet dataviz dedupe deduplicate
    deduplication denoise dependabot deployt deployten descendent deserialise deserialize diff distro dockerise
    dockerize downlink downsample doxygen dplyr dropdown ebook ecommerce edtech elearning emoji enablement endian
    enquire enquiry enrol enrolment enum epigenomics estoppel etl exabyte explainability extranet fabless failover
    figma filesystem fintech firebase flipbook fluentd foodtech forego formulae fpga framerate frontend fullstack
    fundraise fundraiser fundraising gamification gamify gebrieft gecoacht gehostet gelauncht gemanagt genomic
    genomics geocode geodata geoinformatics geolocate geolocation geospatial gepatcht ggplot gigabit glibc glycan
    goroutine govtech gradle grep groff gromacs groupware gunicorn gzip hackathon hackday hardcode hashicorp hashtag
    healthcare heatmap helpdesk hosten hotfix hotline hotspot http https hyperlink hyperparameter hyperspectral
    hypervisor iconv idempotency iframe impactful inbox indices infographic infosec initialise inline inode insurtech
    interop interoperable intranet istio iterable jira jobsite jupyter kanban keras keyframe keylogger keypoint
    keyspace kibana lakehouse lakehouses launchen leaderboard learnt lexer libc lidar linearization linkerd linkify
    linting livestream livestreaming localhost localisation localizable longread loopback losslessly mailchimp malware
    managen manpage martech materialise medtech memcached memoization memoize mentee metabolomic metabolomics metadata
    metagenomics metamodel metaprogramming microarray microbenchmark microbiome microcontroller microfinance
    microfluidic microfluidics microgrid microkernel microservice microsite middleware minibatch mixin mixology
    mixpanel mocap mockup modbus modelling monetise monorepo multicast multicore multimodal multiphysics multiplatform
    multiplayer multitask multitenant multithread multivendor mutex namespace nanoparticle nanotechnology ncurses
    netlify netlist neuroimaging neuroscience newsfeed nextjs nginx nodejs normalise npm offboard offboarding offline
    offsite omnichannel onboard onboarding online onlineshop onsite opamp opensource opex opsec optimisation overclock
    overfit overfitting pageview paketierung parallelise param passcode patchset paywall pdf pentest performant
    petabyte phd phishing phlebotomist phlebotomy photonics phylogenetic phylogenomics playbook playlist plist plugin
    podcast podcasting posix postdoc postgrad postgres practise preclinical precompute prefetch preload preloader
    prepend preprocess printf prioritization productionise productionize proptech proteomic proteomics proxying
    pseudocode pthread pubsub pycon pydantic pytest pythonic qubit ransomware rasterize readme realtime rebase rebrand
    rebranding redis redux refactor reflow regex regexes regexp regtech reify remediate repo repos repurpose reskin
    retarget reusability revit roadmap roadmapping rollout rootkit rsync runbook saltstack schemas scikit screencast
    scrypt sdist segfault semver serialise serializer serverless servlet setpoint sharding signup simulink skillset
    sklearn skript skripte skripten smartcard smartphone solidworks sonographer sonography specialities spelt
    spintronics standup stateful stderr stdin stdlib stdout struct subdomain subteam supabase symlink sysadmin syscall
    syslog systemd tablespace tagline tarball taskforce teardown telco telcos telehealth telemedicine templating
    terabyte terraform testabdeckung testbench tidyverse timeframe timeline timelines timeseries timesheet timestamp
    timestep tokenization tokenize tokenizer toolchain touchpoint trackpad transcode transcriptome transcriptomic
    transcriptomics transpile transpiler trello twilio typesafe underperforming uninstall unversioned upcycling uplink
    uploader upsample upsell upskill url usecase username utilisation utils uvicorn validator variadic vcard vectorise
    vectorize vercel verilog versioned versioning vhdl viewmodel viewport virality virtualisation virtualization
    virtualize visualisation vlog vlogging voicemail voip voxel walkthrough webapp webcam webcast webflow webhook
    webinar webmail webmaster webpack webpage webserver webservice webshop whiteboard whitelist whitepaper wifi wiki
    wireframe wireframing workflow writeback xcode zendesk zooplankton
""")
