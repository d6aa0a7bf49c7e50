import { type Speech, standardName } from "@/lib/domains/admission/rules/standard-words";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";

/** The name of a policy's standard; its id where the policy has it no more. */
export function standardNameById(speech: Speech, policy: AdmissionPolicy | null, id: string): string {
	const standard = policy?.standards.find((one) => one.id === id);
	return standard ? standardName(speech, standard) : id;
}
