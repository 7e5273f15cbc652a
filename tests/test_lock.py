"""The lock files are the whole truth: nothing is left for pip to resolve, now or later."""

import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-dev.txt")
PLATFORMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
ENVIRONMENTS = [
    {
        "implementation_name": "cpython",
        "os_name": "nt" if platform == "win32" else "posix",
        "platform_machine": "x86_64",
        "platform_python_implementation": "CPython",
        "platform_system": system,
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": platform,
    }
    for platform, system in PLATFORMS.items()
    for python in ("3.11", "3.12", "3.13", "3.14")
]


def locked(text):
    """The entries of a lock file; a line that pins nothing or has no hash is refused here."""
    entries = re.sub(r" \\\n", " ", re.sub(r"(?m)^ *#.*\n", "", text)).splitlines()
    for entry in entries:
        requirement, *hashes = re.split(r" +--hash=", entry)
        assert hashes, f"no hash: {entry}"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes), entry
        parsed = Requirement(requirement)
        assert re.fullmatch(r"==[^*]+", str(parsed.specifier)), f"not pinned: {requirement}"
        assert parsed.url is None, f"not from the index: {requirement}"
        yield parsed


def holds(requirement, environment, extra=""):
    marker = requirement.marker
    return marker is None or marker.evaluate({**environment, "extra": extra})


def left_to_resolve(wanted, pins, distributions, environment):
    """What the lock does not answer in an environment, from the wanted requirements down."""
    here = {canonicalize_name(pin.name): pin for pin in pins if holds(pin, environment)}
    seen, open_ends, missing = set(), list(wanted), []
    while open_ends:
        requirement = open_ends.pop()
        name = canonicalize_name(requirement.name)
        if name not in here:
            missing.append(str(requirement))
            continue
        version = str(here[name].specifier).removeprefix("==")
        if not requirement.specifier.contains(version, prereleases=True):
            missing.append(f"{requirement} (locked: {version})")
        for extra in ("", *requirement.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                needs = map(Requirement, distributions(name))
                open_ends += [need for need in needs if holds(need, environment, extra)]
    return sorted(set(missing))


def installed_needs(name):
    try:
        return metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return ()  # for another system only, so that its own needs cannot be read here


def wanted_by_project(root, lock):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]["dev"] if "dev" in lock else []
    return [Requirement(text) for text in (*project["dependencies"], *extra)]


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_is_left_to_resolve(root, lock):
    text = (root / lock).read_text("utf-8")
    pins = list(locked(text))
    assert "http" not in text
    for environment in ENVIRONMENTS:
        left = left_to_resolve(wanted_by_project(root, lock), pins, installed_needs, environment)
        assert left == [], environment


@pytest.mark.parametrize("lock", LOCKS)
def test_the_environment_is_the_lock(root, lock):
    for pin in locked((root / lock).read_text("utf-8")):
        if holds(pin, {}):
            assert pin.specifier.contains(metadata.version(pin.name), prereleases=True), pin


@pytest.mark.parametrize(
    ("pin", "expected"),
    [
        ("beta==1.0", []),
        ("beta==0.9", ["beta[speed]>=1 (locked: 0.9)", 'gamma; extra == "speed"']),
        ("beta==1.0; sys_platform == 'win32'", ["beta[speed]>=1"]),
    ],
)
def test_a_lock_with_a_hole_is_seen(pin, expected):
    needs = {"alpha": ["beta[speed]>=1"], "beta": ['gamma; extra == "speed"']}
    pins = [Requirement("alpha==1"), Requirement(pin)]
    pins += [] if "0.9" in pin else [Requirement("gamma==2")]
    wanted = [Requirement("alpha")]
    linux = ENVIRONMENTS[0]
    assert left_to_resolve(wanted, pins, lambda name: needs.get(name, ()), linux) == expected


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("alpha>=1 --hash=sha256:" + "0" * 64, "not pinned"),
        ("alpha==1.* --hash=sha256:" + "0" * 64, "not pinned"),
        ("alpha==1", "no hash"),
        ("alpha @ file:///a.whl --hash=sha256:" + "0" * 64, "not"),
    ],
)
def test_a_line_that_leaves_a_choice_is_seen(line, why):
    with pytest.raises(AssertionError, match=why):
        list(locked(line))


def wheel(folder, name, version, *needs):
    """Make a package that holds nothing, and give its hash."""
    file = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    lines = [f"Name: {name}", f"Version: {version}", "Provides-Extra: speed"]
    lines += [f"Requires-Dist: {need}" for need in needs]
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{info}/METADATA", "\n".join(("Metadata-Version: 2.1", *lines, "")))
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_later_release_changes_nothing(root, tmp_path):
    """The Makefile's own options, against an index on disk where a newer release has come out."""
    recipe = re.search(r"(?m)^INSTALL := \$\(BIN\)/pip (.*)$", (root / "Makefile").read_text())[1]
    assert "$(INSTALL) --require-hashes --requirement requirements.txt" in (
        root / "Makefile"
    ).read_text("utf-8")
    alpha = wheel(tmp_path, "alpha", "1.0", "beta[speed]")
    beta = wheel(tmp_path, "beta", "1.0")
    wheel(tmp_path, "beta", "1.1")
    (tmp_path / "lock.txt").write_text(
        f"alpha==1.0 --hash=sha256:{alpha}\nbeta==1.0 --hash=sha256:{beta}\n", encoding="utf-8"
    )
    offline = ["--isolated", "--no-index", "--find-links", tmp_path, "--target", tmp_path / "to"]
    hashed = ["--require-hashes", "--requirement", tmp_path / "lock.txt"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *recipe.split(), *offline, *hashed],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "to/beta-1.0.dist-info").is_dir()
    assert not (tmp_path / "to/beta-1.1.dist-info").exists()
