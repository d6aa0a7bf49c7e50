import { type Outcome, refuse } from "@/lib/platform/errors/errors";

/** What an action answered; a request that did not get through is a refusal like others, anything else is thrown on. */
export async function answerOf<Value extends object>(
	action: Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
	try {
		return await action;
	} catch (error) {
		// What `fetch` throws when there is no line.
		if (error instanceof TypeError) return refuse("NOT_SENT");
		throw error;
	}
}
