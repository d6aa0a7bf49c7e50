"use client";

import type { FormProgress } from "@/lib/domains/admission/rules/form-progress";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { AgreementStep } from "./agreement-step";
import { CompanyStep } from "./company-step";
import { ForcesStep } from "./forces-step";
import { PeopleStep } from "./people-step";
import { TracksStep } from "./tracks-step";

export type StepBodyProps = {
	section: ApplicationSection;
	progress: FormProgress;
	onGo: (path: string) => void;
};

export function StepBody({ section, progress, onGo }: StepBodyProps) {
	switch (section) {
		case "company":
			return <CompanyStep />;
		case "tracks":
			return <TracksStep />;
		case "people":
			return <PeopleStep />;
		case "forces":
			return <ForcesStep />;
		case "agreement":
			return <AgreementStep progress={progress} onGo={onGo} />;
	}
}
