import { StandardsList } from "@/components/admission/standards-list";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { amountFen } from "@/lib/domains/admission/schema/fields";
import type { VerificationForm } from "@/lib/domains/partnership/schema/verification";
import type { VerificationChecks } from "@/lib/domains/partnership/types";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** The facts a partner confirmed. */
export async function VerificationFactsList({ form }: { form: VerificationForm }) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const { isLicencePermanent, licenceExpiresOn, ...rest } = form;
	const facts = Object.entries(rest)
		.filter(([, value]) => value !== "")
		.map(([name, value]) => ({
			term: t(`verify.fields.${name as keyof typeof rest}`),
			detail: <span className="wrap-anywhere">{name === "registeredCapital" ? amountOf(value) : value}</span>,
		}));
	const licence = isLicencePermanent
		? t("verify.permanent")
		: (licenceExpiresOn && formatDate(licenceExpiresOn, locale)) || null;
	return (
		<DescriptionList
			items={[...facts, { term: t("verify.fields.licenceExpiresOn"), detail: licence }]}
			columns={2}
		/>
	);
}

/** The amount as money where it reads as one, else as it was typed. */
function amountOf(typed: string): string {
	const { success, data } = amountFen.safeParse(typed);
	return success ? formatFen(data) : typed;
}

/** What the machine found: the standards, and the licence. */
export async function VerificationFindings({ checks }: { checks: VerificationChecks }) {
	const t = await getTranslations("partnership");
	return (
		<>
			<StandardsList results={checks.results} columns={2} />
			<p className="mt-3 flex items-center gap-2 text-sm">
				<Badge tone={checks.isLicenceValid ? "success" : "danger"}>
					{t(checks.isLicenceValid ? "verify.licenceValid" : "verify.licenceExpired")}
				</Badge>
			</p>
		</>
	);
}
