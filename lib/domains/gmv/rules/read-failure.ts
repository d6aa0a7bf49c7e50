import { failureCodes } from "@/lib/domains/gmv/constants";
import type { FailureCode } from "@/lib/domains/gmv/types";

/** "CODE detail", as `import_batches.failure` keeps it, into its parts. */
export function readFailure(text: string): { code: FailureCode; detail: string } {
	const [head = "", ...rest] = text.split(" ");
	const code = failureCodes.find((known) => known === head) ?? "UNEXPECTED";
	const detail = rest.join(" ");
	// Before other encodings were read, it was taken for UTF-8 and nothing else.
	return { code, detail: detail === "" && code === "FILE_NOT_TEXT" ? "UTF-8" : detail };
}
