"""Lists as many jobs as the first argument says, as often as the second says; prints what Measure.psm1 expects."""

import json
import os
import sys
import time

import botocore.session

client = botocore.session.get_session().create_client("bedrock", region_name=os.environ["AWS_REGION"])
seconds = []
jobs = 0
for _ in range(int(sys.argv[2])):
    jobs = 0
    start = time.perf_counter()
    pages = client.get_paginator("list_model_customization_jobs").paginate(
        sortBy="CreationTime", sortOrder="Descending", PaginationConfig={"PageSize": 1000, "MaxItems": int(sys.argv[1])}
    )
    for page in pages:
        for job in page["modelCustomizationJobSummaries"]:
            jobs += 1 if job["jobArn"] else 0

    seconds.append(time.perf_counter() - start)

print(json.dumps({"jobs": jobs, "seconds": seconds}))
