import { z } from "zod";
import { RUBRIC_MAX } from "@/lib/domains/admission/constants";
import {
	amountFen,
	count,
	day,
	email,
	optionalCount,
	phone,
	plainText,
	text,
	uscc,
} from "@/lib/domains/admission/schema/fields";
import { textLengths } from "@/lib/domains/admission/schema/lengths";

const required = { error: "REQUIRED" };

const company = z
	.object(
		{
			name: plainText(textLengths["company.name"]),
			uscc,
			legalRepresentative: plainText(textLengths["company.legalRepresentative"]),
			registeredCapital: amountFen,
			foundedOn: day,
			region: text(textLengths["company.region"]),
			address: plainText(textLengths["company.address"]),
		},
		required,
	)
	.transform(({ registeredCapital, ...rest }) => ({ ...rest, registeredCapitalFen: registeredCapital }));

/** Track codes are data: that they exist is checked where the tracks are read. */
const trackCode = z
	.string({ error: "REQUIRED" })
	.min(1, { error: "REQUIRED" })
	.max(40, { error: "TOO_LONG" });

const tracks = z
	.object(
		{
			primary: trackCode,
			others: z.array(trackCode, { error: "REQUIRED" }).max(20, { error: "TOO_LONG" }),
			facilityProofs: optionalCount,
			contractedStreamers: optionalCount,
			brandAuthorisations: optionalCount,
		},
		required,
	)
	.transform(({ primary, others, ...facts }) => ({
		primary,
		all: [...new Set([primary, ...others])],
		facts,
	}));

const people = z
	.object(
		{
			contactName: plainText(textLengths["people.contactName"]),
			contactPhone: phone,
			contactEmail: email,
			staffCount: count,
			livestreamStaffCount: count,
			serviceStaffCount: count,
		},
		required,
	)
	.refine((row) => row.livestreamStaffCount + row.serviceStaffCount <= row.staffCount, {
		error: "PARTS_EXCEED_WHOLE",
		path: ["staffCount"],
	});

const force = z.object(
	{
		score: z
			.int({ error: "REQUIRED" })
			.min(0, { error: "OUT_OF_RANGE" })
			.max(RUBRIC_MAX, { error: "OUT_OF_RANGE" }),
		statement: text(textLengths.statement),
	},
	required,
);

/** Strict: what a submission must be. Its output is normalised: codes upper case, amounts fen, counts numbers. */
export const applicationSubmissionSchema = z.object(
	{
		company,
		tracks,
		people,
		forces: z.object(
			{
				traffic: force,
				livestream: force,
				incubation: force,
				fulfilment: force,
				supply: force,
			},
			required,
		),
		agreement: z.object(
			{
				accepted: z.literal(true, { error: "AGREEMENT_REQUIRED" }),
				rulesVersion: z.int({ error: "AGREEMENT_REQUIRED" }),
			},
			required,
		),
	},
	required,
);
export type ApplicationSubmission = z.output<typeof applicationSubmissionSchema>;
