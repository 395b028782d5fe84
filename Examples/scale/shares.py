"""The shares of a run, each drawn by a task of Spark, and merged.

    spark-submit shares.py SPECS FOLDER COUNT

Every machine of the cluster sees SPECS and FOLDER, and has blazon (or BLAZON names it). FOLDER gets `share-1` to
`share-COUNT`, and `output`. A task that is lost is begun again by Spark, and draws what its share still lacks.
"""

import os
import subprocess
import sys

from pyspark.sql import SparkSession

BLAZON = os.environ.get("BLAZON", "blazon")


def draw(number, specs, folder, count):
    run = [BLAZON, "render", specs, "--shard", f"{number}/{count}", "-o", f"{folder}/share-{number}", "--jobs", "1"]
    subprocess.run(run + ["--quiet"], check=True)
    return f"{folder}/share-{number}"


def main(specs, folder, count):
    spark = SparkSession.builder.appName("badges").getOrCreate()
    numbers = spark.sparkContext.parallelize(range(1, count + 1), count)
    shares = numbers.map(lambda number: draw(number, specs, folder, count)).collect()
    spark.stop()
    subprocess.run([BLAZON, "manifest", "merge", *shares, "-o", f"{folder}/output"], check=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
