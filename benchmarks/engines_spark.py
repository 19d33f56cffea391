"""Puts questions to Spark in local mode; run by `engines.py` with a Python that has pyspark, and no rootcause.

python engines_spark.py PARQUET < questions.json
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession


def main() -> None:
    parquet, asked = Path(sys.argv[1]), json.load(sys.stdin)
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "4")
        # A month is a text here, as in the other engines.
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .getOrCreate()
    )
    for table in parquet.iterdir():
        if table.is_dir():
            spark.read.parquet(str(table)).createOrReplaceTempView(table.name)
    answers = {}
    for name, sql in asked.items():
        begun = time.perf_counter()
        try:
            rows = [list(row) for row in spark.sql(sql).collect()]
        except PySparkException as error:
            rows = str(error)
        answers[name] = rows, time.perf_counter() - begun
    spark.stop()
    print(json.dumps(answers, default=repr))


if __name__ == "__main__":
    main()
