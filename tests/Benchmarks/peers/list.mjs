// Lists everything with AWS's SDK for JavaScript as often as the first argument says; prints what Measure.psm1 expects.
import { BedrockClient, paginateListModelCustomizationJobs } from '@aws-sdk/client-bedrock';

const client = new BedrockClient({});
const seconds = [];
let jobs = 0;
for (let i = 0; i < Number(process.argv[2]); i++) {
  jobs = 0;
  const start = performance.now();
  const input = { sortBy: 'CreationTime', sortOrder: 'Descending' };
  for await (const page of paginateListModelCustomizationJobs({ client, pageSize: 1000 }, input)) {
    for (const job of page.modelCustomizationJobSummaries) {
      jobs += job.jobArn ? 1 : 0;
    }
  }

  seconds.push((performance.now() - start) / 1000);
}

console.log(JSON.stringify({ jobs, seconds }));
