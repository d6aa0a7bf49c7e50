import { failureCodes } from "@/lib/domains/gmv/constants";
import type { FailureCode } from "@/lib/domains/gmv/types";

/** "CODE detail", as `import_batches.failure` keeps it, into its parts. */
export function readFailure(text: string): { code: FailureCode; detail: string } {
	const [head = "", ...rest] = text.split(" ");
	const code = failureCodes.find((known) => known === head) ?? "UNEXPECTED";
	return { code, detail: rest.join(" ") };
}
