"""Awards as JSON lines, drawn by Spark: one line of what came of each, in the same order.

    spark-submit lines.py SPECS AWARDS FOLDER COUNT

AWARDS is a file or folder of JSON lines, as `blazon render --stdin` reads them. Every machine of the cluster sees
SPECS and FOLDER, and has blazon (or BLAZON names it). FOLDER gets `part-0`, `part-1`, …, `answers`, and `output`.
Spark's own `pipe` does not tell a command which part of the lines it has; its folder must be named after that, so
that a part that is begun again fills the same one.
"""

import os
import subprocess
import sys

from pyspark.sql import SparkSession

BLAZON = os.environ.get("BLAZON", "blazon")


def draw(number, lines, specs, folder):
    run = [BLAZON, "render", specs, "--stdin", "-o", f"{folder}/part-{number}"]
    lines = [line for line in lines if line.strip()]
    text = "".join(line + "\n" for line in lines)
    done = subprocess.run(run, input=text, stdout=subprocess.PIPE, text=True)
    answers = done.stdout.splitlines()
    # 1 says that some award was wrong, which its line tells; a run that was stopped has not answered all.
    if done.returncode not in (0, 1) or len(answers) != len(lines):
        raise RuntimeError(f"blazon ended with {done.returncode} after {len(answers)} of {len(lines)} lines")
    return answers


def main(specs, awards, folder, count):
    spark = SparkSession.builder.appName("badges").getOrCreate()
    lines = spark.sparkContext.textFile(awards, count)
    answers = lines.mapPartitionsWithIndex(lambda number, part: draw(number, part, specs, folder))
    answers.saveAsTextFile(f"{folder}/answers")
    parts = [f"{folder}/part-{number}" for number in range(lines.getNumPartitions())]
    spark.stop()
    subprocess.run([BLAZON, "manifest", "merge", *parts, "-o", f"{folder}/output"], check=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
