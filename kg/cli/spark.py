"""`kg spark`: more articles than one machine holds."""

from __future__ import annotations

import os
import sys

import click

from kg.iri import BASE


@click.group("spark")
def command() -> None:
    """Build on a Spark cluster.

    \b
    Example:
      kg spark build --input articles --output built
    """


@command.command("build")
@click.option("--input", "place", required=True, metavar="PATH", help="Tree of files, .jsonl(.gz) or .parquet.")
@click.option("--output", required=True, metavar="PATH", help="Folder to make; a path that the cluster can write.")
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="Base of the IRIs that are minted.")
@click.option("--master", metavar="URL", help="Spark master; default as spark-submit says, else local[*].")
def build(place: str, output: str, base: str, master: str | None) -> None:
    """Build the articles at PATH into N-Quads parts (graph/), Parquet (claims/) and issues.

    The parts hold exactly what `kg build` puts into graph.nq. Exit code 1 where some articles could not be built.

    \b
    Example:
      kg spark build --input 'articles/2021' --output built --master 'local[4]'
      kg spark build --input s3a://bucket/articles.parquet --output s3a://bucket/built
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 — an extra

        from kg.run.spark import products  # noqa: PLC0415
        from kg.run.spark_job import articles, write  # noqa: PLC0415
    except ImportError as error:
        raise click.ClickException("Spark is not here; pip install 'govplan-kg[spark]'") from error
    if (master or "").startswith("local"):
        # Executors of this machine run the Python that kg is installed in, and talk to the driver within the machine:
        # Spark would take the address of a network card, which may change or be shut off.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # Ten thousand files at a time, as is usual, can be more than an executor has memory for.
    builder = SparkSession.builder.appName("kg").config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
    spark = (builder.master(master) if master else builder).getOrCreate()
    built, failed = write(products(articles(spark, place), base), output, base)
    click.echo(f"{built:,} articles built into {output}")
    if failed:
        click.echo(f"{failed:,} articles could not be built; see {output}/issues", err=True)
    sys.exit(1 if failed else 0)
