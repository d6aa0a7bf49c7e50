"use client";

import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { sendVerification } from "@/lib/domains/partnership/actions/standing";
import {
	submitVerificationSchema,
	type VerificationForm,
} from "@/lib/domains/partnership/schema/verification";
import type { EvidenceFile } from "@/lib/platform/files/types";

type Props = {
	target: { verificationId: string; version: number };
	form: VerificationForm;
	tracks: readonly string[];
	files: readonly EvidenceFile[];
};

/** Facts only some tracks are asked for. */
const trackFacts = [
	["supply_chain", "facilityProofs"],
	["streamer_agency", "contractedStreamers"],
	["brand_operation", "brandAuthorisations"],
] as const;

const plainFields = ["legalRepresentative", "registeredCapital", "staffCount", "address"] as const;

/** What is known of the company, to be confirmed or put right. */
export function VerificationFormCard({ target, form: known, tracks, files }: Props) {
	const t = useTranslations("partnership");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: submitVerificationSchema,
		defaults: { ...target, form: known },
		action: sendVerification,
		onDone: () => {
			toast.success(t("verify.done"));
		},
	});
	const isPermanent = form.watch("form.isLicencePermanent");
	const asked = trackFacts.filter(([track]) => tracks.includes(track)).map(([, fact]) => fact);
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-5">
			<FormError refusal={refusal} />
			<div className="grid gap-4 sm:grid-cols-2">
				{[...plainFields, ...asked].map((name) => (
					<Field
						key={name}
						label={t(`verify.fields.${name}`)}
						hint={name === "registeredCapital" ? t("verify.capitalHint") : undefined}
						error={errorOf(`form.${name}`)}
						required
					>
						<Input {...form.register(`form.${name}`)} />
					</Field>
				))}
				<div className="flex flex-col gap-2">
					<Field
						label={t("verify.fields.licenceExpiresOn")}
						error={errorOf("form.licenceExpiresOn")}
						required={!isPermanent}
					>
						<Input {...form.register("form.licenceExpiresOn")} type="date" disabled={isPermanent} />
					</Field>
					<Controller
						control={form.control}
						name="form.isLicencePermanent"
						render={({ field }) => (
							<Checkbox
								label={t("verify.permanent")}
								checked={field.value ?? false}
								onCheckedChange={(on) => field.onChange(on === true)}
							/>
						)}
					/>
				</div>
			</div>
			<EvidenceUpload
				purpose="VERIFICATION"
				subject={target.verificationId}
				files={files}
				label={t("verify.files")}
				hint={t("verify.filesHint")}
			/>
			<div>
				<Controller
					control={form.control}
					name="isConfirmed"
					render={({ field }) => (
						<Checkbox
							label={t("verify.confirm")}
							checked={field.value ?? false}
							onCheckedChange={(on) => field.onChange(on === true)}
						/>
					)}
				/>
				<FieldError id="verify-confirm-error">
					{errorOf("isConfirmed") && t("verify.confirmRequired")}
				</FieldError>
			</div>
			<Button type="submit" pending={pending} className="self-end">
				{t("verify.submit")}
			</Button>
		</form>
	);
}
