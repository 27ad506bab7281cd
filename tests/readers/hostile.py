"""hostile.py PROGRAM FILE: files made to do harm, each kind refused with 65 and one sentence by everything that reads results.

Ends with 77 when h5py is not installed."""

import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import h5py
    import numpy
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

COMMANDS = [["summary", "{}"], ["compare", "{}"], ["report", "{}", "-o", "page"], ["plot", "{}", "-o", "x.svg"], ["resume", "{}"],
            ["export", "{}", "-o", "tables"]]
AGAIN = [["run", "{}", "--again", "-o", "again.h5"], ["extend", "{}", "-r", "999"]]  # not of the sound file: it keeps no scenario
LONGEST = 30  # seconds; the limit is 5 of a processor for small files
SECRET = "secret.h5"
LARGE = 5 << 20  # bytes
NOBODY_ELSE = 54321  # a user without processes
LEAST_DAMAGED, MOST_DAMAGED = 8, 12  # variables


def soft_link(file):
    file["elsewhere"] = h5py.SoftLink("/time")


def external_link(file):
    file["elsewhere"] = h5py.ExternalLink(SECRET, "/secret")


def external_link_for_a_text(file):
    del file["provenance/scenario_text"]
    file["provenance/scenario_text"] = h5py.ExternalLink(SECRET, "/secret")


def external_storage(file):
    length = file["time"].shape
    del file["time"]
    file.create_dataset("time", length, "<f8", external=[("/etc/passwd", 0, 8 * length[0])])


def virtual_dataset(file):
    length = file["time"].shape
    del file["time"]
    layout = h5py.VirtualLayout(length, "<f8")
    layout[:] = h5py.VirtualSource(SECRET, "numbers", length)
    file.create_virtual_dataset("time", layout)


def foreign_filter(file):
    file.create_dataset("packed", data=numpy.zeros(5000), chunks=(5000,), compression="lzf")


def filter_of_the_library(file):
    file.create_dataset("packed", data=numpy.zeros(5000), chunks=(5000,), scaleoffset=3)


def packing_in_packing(file):
    creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    creation.set_chunk((1 << 20,))
    creation.set_deflate(9)
    creation.set_deflate(9)
    space = h5py.h5s.create_simple((1 << 20,))
    h5py.h5d.create(file.id, b"packed", h5py.h5t.IEEE_F64LE, space, creation).write(
        h5py.h5s.ALL, h5py.h5s.ALL, numpy.zeros(1 << 20))


def numbers_never_written(file):
    file.create_dataset("promise", (1 << 60,), "<f8", chunks=(1024,))


def more_than_can_be_counted(file):
    file.create_dataset("promise", (1 << 40, 1 << 40), "<f8", chunks=(64, 64))


def a_chunk_of_gigabytes(file):
    file.create_dataset("promise", (1,), "<f8", chunks=(1 << 28,), maxshape=(None,))


def a_million_designs(file):
    del file["design"]
    file.create_dataset("design", (10**6,), h5py.string_dtype(), chunks=(1000,))


def numbers_of_a_kilobyte(file):
    wide = h5py.h5t.STD_I64LE.copy()
    wide.set_size(1024)
    h5py.h5d.create(file.id, b"wide", wide, h5py.h5s.create_simple((4,)))


def a_name_of_megabytes(file):
    file["design"][0] = "x" * (3 << 20)


def a_text_of_megabytes(file):
    file["provenance/scenario_text"][...] = "# a line\n" * (1 << 20)


def a_method_of_megabytes(file):
    del file["provenance/method_text"]
    file["provenance"].create_dataset("method_text", data=["# a line\n" * (1 << 20)], dtype=h5py.string_dtype())


def external_link_for_a_method(file):
    del file["provenance/method_text"]
    file["provenance/method_text"] = h5py.ExternalLink(SECRET, "/secret")


def a_million_methods(file):
    del file["provenance/method_text"]
    file["provenance"].create_dataset("method_text", (10**6,), h5py.string_dtype(), chunks=(1000,))


def methods_without_texts(file):
    del file["provenance/method_name"]
    file["provenance"].create_dataset("method_name", data=["a", "b"], dtype=h5py.string_dtype())


def many_pointers_to_one_text(file):
    file.create_dataset("shout", data=["a" * 60000] + ["b"] * 399, dtype=h5py.string_dtype())
    return "shout"


def an_attribute_of_megabytes(file):
    file["time"].attrs["note"] = "y" * (3 << 20)


def one_variable_under_many_names(file):
    file.create_dataset("large", data=numpy.random.default_rng(1).random(40000))
    for i in range(3000):
        file[f"again_{i}"] = file["large"]


def many_variables(file):
    for i in range(12000):
        file.create_group(f"g{i}")


def groups_in_groups(file):
    file.create_group("a/b/c/d/e")


def a_group_in_itself(file):
    file["provenance/again"] = file["/"]


def a_type_of_its_own(file):
    file["kind"] = numpy.dtype("<f8")


def same_pointer(path, name):
    """Overwrites every reference to a text by the first one."""
    with h5py.File(path) as file:
        variable = file[name]
        start, count = variable.id.get_offset(), variable.shape[0]
    with open(path, "r+b") as bytes_of:
        bytes_of.seek(start)
        first = bytes_of.read(16)
        bytes_of.seek(start)
        bytes_of.write(first * count)


ITSELF = "a results file is only itself"
KINDS = {
    soft_link: ITSELF, external_link: ITSELF, external_link_for_a_text: ITSELF, external_storage: ITSELF, virtual_dataset: ITSELF,
    foreign_filter: "packed in a way that Groundswell never uses", filter_of_the_library: "packed in a way",
    packing_in_packing: "packed in a way",
    numbers_never_written: "`promise` promises more than this file could hold", more_than_can_be_counted: "could hold",
    a_chunk_of_gigabytes: "could hold", a_million_designs: "`design` promises more", numbers_of_a_kilobyte: "of a size",
    a_name_of_megabytes: "a text of `design` is longer", a_text_of_megabytes: "a text of `provenance/scenario_text` is longer",
    a_method_of_megabytes: "a text of `provenance/method_text` is longer", external_link_for_a_method: ITSELF,
    a_million_methods: "`provenance/method_text` promises more", methods_without_texts: "methods in this results file differ in length",
    many_pointers_to_one_text: "the texts of `shout` are longer than this file could hold",
    an_attribute_of_megabytes: "text of an attribute", one_variable_under_many_names: "promise more than this file could hold",
    many_variables: "more variables than any results file", groups_in_groups: "groups in groups",
    a_group_in_itself: "groups in groups", a_type_of_its_own: "something that no results file has",
}


def refused(program, path, words, commands=COMMANDS + AGAIN):
    for command in commands:
        began = time.monotonic()
        said = subprocess.run([program] + [word.format(path) for word in command], capture_output=True, timeout=120)
        error, seconds = said.stderr.decode(), time.monotonic() - began
        if said.returncode != 65 or error.count("\n") != 1 or words not in error or said.stdout or seconds > LONGEST:
            raise SystemExit(f"{path}: {command[0]} ended with {said.returncode} after {seconds:.0f} s and said {error!r}, not {words!r}")
    for left in ("page", "x.svg", "again.h5"):
        if os.path.exists(left):
            raise SystemExit(f"{path}: {left} was made")


def accepted_or_refused_in_time(program, path):
    """Zeros packed a thousand to one are honest; what they take must stay in proportion to the file."""
    began = time.monotonic()
    said = subprocess.run([program, "summary", path], capture_output=True, timeout=120)
    seconds = time.monotonic() - began
    if said.returncode not in (0, 65) or seconds > LONGEST:
        raise SystemExit(f"{path}: ended with {said.returncode} after {seconds:.0f} s")


def with_a_byte_wrong(path, name):
    """Whether the numbers of a variable lie packed in the file: then one byte of the first chunk is another."""
    with h5py.File(path) as file:
        variable = file[name]
        if not isinstance(variable, h5py.Dataset) or variable.chunks is None or variable.compression is None:
            return False
        if variable.dtype.kind not in "fiu" or variable.id.get_num_chunks() == 0:
            return False
        chunk = variable.id.get_chunk_info(0)
    with open(path, "r+b") as bytes_of:
        bytes_of.seek(chunk.byte_offset + chunk.size - 1)  # of the sum at the end
        last = bytes_of.read(1)
        bytes_of.seek(-1, os.SEEK_CUR)
        bytes_of.write(bytes([last[0] ^ 0xFF]))
    return True


def each_variable_of_a_large_file_is_read(program, sample):
    """Two copies read a large file, half of the numbers each: whichever variable is damaged, one of them finds it."""
    shutil.copy(sample, "large.h5")
    os.truncate("large.h5", LARGE)  # zeros behind its end, which HDF5 does not look at
    subprocess.run([program, "summary", "large.h5"], check=True, capture_output=True)
    with h5py.File("large.h5") as file:
        names = [name for name in file if isinstance(file[name], h5py.Dataset)]
    damaged = 0
    for name in names:
        shutil.copy("large.h5", "wrong.h5")
        if damaged < MOST_DAMAGED and with_a_byte_wrong("wrong.h5", name):
            refused(program, "wrong.h5", f"`{name}` cannot be read: the file is damaged", COMMANDS[:1])
            damaged += 1
    if damaged < LEAST_DAMAGED:
        raise SystemExit(f"only {damaged} variables of {sample} are packed")


def two_copies_where_only_one_is_granted(program):
    """Of a large file: the second copy begins again when the first has ended. The superuser knows no limit of processes."""
    if os.getuid() != 0:
        return
    os.chmod(".", 0o755)
    shutil.copy(program, "program")
    for granted, status in {1: 71, 2: 0, 3: 0}.items():
        said = subprocess.run(["./program", "summary", "large.h5"], capture_output=True, user=NOBODY_ELSE,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NPROC, (granted, granted)))
        if said.returncode != status:
            raise SystemExit(f"with {granted} processes it ended with {said.returncode}: {said.stderr.decode()!r}")


def main(program, sample):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with h5py.File(SECRET, "w") as secret:
            secret["secret"] = "not yours"
            secret["numbers"] = numpy.zeros(1000)
        shutil.copy(sample, "sound.h5")
        for command in COMMANDS:
            subprocess.run([program] + [word.format("sound.h5") for word in command], check=True, capture_output=True)
        shutil.rmtree("page")
        os.remove("x.svg")
        refused(program, "sound.h5", "does not keep the scenario that it was made from", AGAIN)
        for change, words in KINDS.items():
            path = f"{change.__name__}.h5"
            shutil.copy(sample, path)
            with h5py.File(path, "r+", libver="latest" if change is virtual_dataset else None) as file:
                pointed = change(file)
            if pointed:
                same_pointer(path, pointed)
            refused(program, path, words)
            os.remove(path)
        shutil.copy(sample, "zeros.h5")
        with h5py.File("zeros.h5", "r+") as file:
            file.create_dataset("zeros", data=numpy.zeros(1 << 26), chunks=(1 << 20,), compression=9)
        accepted_or_refused_in_time(program, "zeros.h5")
        with gzip.open(os.path.join(os.path.dirname(sys.argv[0]), "damaged.h5.gz")) as packed:
            with open("damaged.h5", "wb") as file:
                file.write(packed.read())
        refused(program, "damaged.h5", "is damaged", COMMANDS[:1])
        each_variable_of_a_large_file_is_read(program, sample)
        two_copies_where_only_one_is_granted(program)


if __name__ == "__main__":
    sys.argv[0] = os.path.abspath(sys.argv[0])
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
