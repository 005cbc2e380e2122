"""How products, languages and formats write themselves. Names that cannot be told from common words are left out."""

from __future__ import annotations

from typeset.lint.listed import listed

_NAMES = listed("""
    ActionScript AngularJS AppleScript ArcGIS arXiv AutoCAD AutoHotkey AWS BibTeX BigQuery Bitbucket
    BitTorrent Bluetooth C# C++ CakePHP CentOS ChatGPT CircleCI ClickHouse CloudFormation CloudFront CloudWatch CMake
    CockroachDB CodeIgniter CoffeeScript CorelDRAW CouchDB CSS CUDA Databricks DataGrip DevOps DigitalOcean Django
    Dropbox DynamoDB eBay Elasticsearch EndNote ESLint EtherCAT Evernote Facebook FastAPI FFmpeg FileMaker FireWire
    FreeBSD GitHub GitLab Gmail Grafana GraphQL gRPC Hadoop HBase Heroku HTML HTML5 HubSpot IaaS iCloud InDesign
    InfluxDB IntelliJ iPad iPadOS iPhone iTunes Java JavaFX JavaScript JetBrains jQuery JSON JSX JUnit JupyterLab
    Keycloak KeePass Kotlin Kubernetes LabVIEW LangChain Laravel LaTeX LibreOffice LinkedIn Linux LLVM Logstash LuaTeX
    macOS MapReduce MariaDB MathML MATLAB Matplotlib MediaWiki Microsoft MobX MongoDB MySQL Neo4j NestJS NetBeans
    NetBSD NoSQL NumPy OAuth OpenAI OpenAPI OpenBSD OpenCL OpenCV OpenGL OpenID OpenMP OpenOffice OpenShift OpenSSH
    OpenSSL OpenStack OpenStreetMap OpenVPN ORCID OSGi PaaS PagerDuty PayPal Photoshop PHP phpMyAdmin PhpStorm
    PlayStation PostCSS PostGIS PostgreSQL PowerPoint PowerShell PubMed PyCharm PyPI PyPy PyQt PySpark Python PyTorch
    QuickBooks QuickTime RabbitMQ RocksDB RStudio RubyGems SaaS Salesforce SciPy ServiceNow SharePoint Shopify
    SoundCloud SourceForge SQL SQLAlchemy SQLite Symfony SystemVerilog TailwindCSS TeamCity TensorFlow TestFlight
    TikTok TypeScript Ubuntu UIKit VBScript VirtualBox VMware watchOS WebAssembly WebGL WebLogic WebRTC WebSphere
    WebStorm WhatsApp WooCommerce WordPress XHTML XML XPath XSLT YAML YouTube
""")
_FINE = listed("""
    bluetooth cmake eslint ffmpeg graphql grpc heroku latex matplotlib oauth photoshop pypi rubygems sqlite
    tailwindcss css html html5 json jsx sql xhtml xml yaml php xslt xpath aws
""")
"""Names in small letters that are common words, commands, packages or file endings, or that nobody takes for a slip."""

RIGHT = {name.lower(): name for name in _NAMES}
"""Each name as it writes itself, by its small letters."""


def mended(word: str, *, begins: bool) -> str | None:
    """Return how a product writes the name that somebody wrote as `word`; None where that is right, or no product's.

    All capitals are a way to set type, and no slip. Where a word `begins` a sentence, `EBay` may have its capital.
    """
    right = RIGHT.get(word.lower())
    if right is None or word == right or word.isupper() or word in _FINE:
        return None
    return None if begins and word == right[0].upper() + right[1:] else right
