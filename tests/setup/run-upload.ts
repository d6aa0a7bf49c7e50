// A server's worker that imports one upload, in a process of its own, to be killed in the middle: `run-upload.ts <id>`.
import { importUpload } from "@/lib/domains/intake/mutations/import-upload";
import { closeDatabase } from "@/lib/platform/db/client";

await importUpload(process.argv[2] ?? "", new AbortController().signal);
await closeDatabase();
