import { Monitor, Smartphone } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { describeDevice } from "@/lib/domains/identity/rules/describe-device";
import type { SignIn } from "@/lib/domains/identity/types";
import { formatAgo, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { EndSignIn } from "./end-sign-in";

export async function SignInList({ signIns, currentId }: { signIns: readonly SignIn[]; currentId: string }) {
	const ordered = [...signIns].sort((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
	return (
		<Card>
			<ul className="divide-y">
				{ordered.map((signIn) => (
					<SignInRow key={signIn.id} signIn={signIn} isCurrent={signIn.id === currentId} />
				))}
			</ul>
		</Card>
	);
}

async function SignInRow({ signIn, isCurrent }: { signIn: SignIn; isCurrent: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("identity"), getLocale()]);
	const { browser, system, isPhone } = describeDevice(signIn.userAgent);
	const name =
		browser && system
			? t("sessions.on", { browser, system })
			: (browser ?? system ?? t("sessions.unknownDevice"));
	const Icon = isPhone ? Smartphone : Monitor;
	return (
		<li className="flex items-center gap-4 px-5 py-4">
			<span className="inline-flex size-10 max-sm:hidden shrink-0 items-center justify-center rounded-full bg-sunken text-ink-soft">
				<Icon aria-hidden="true" className="size-5" />
			</span>
			<div className="min-w-0 grow">
				<p className="flex flex-wrap items-center gap-2 font-medium text-ink">
					{name}
					{isCurrent && <Badge tone="success">{t("sessions.current")}</Badge>}
				</p>
				<p className="figure mt-0.5 flex flex-wrap gap-x-4 text-ink-faint text-xs">
					<span>{signIn.address ?? t("sessions.unknownAddress")}</span>
					<span>{t("sessions.since", { at: formatDateTime(signIn.createdAt, locale) })}</span>
					<span>{t("sessions.lastSeen", { ago: formatAgo(signIn.lastSeenAt, new Date(), locale) })}</span>
				</p>
			</div>
			{!isCurrent && <EndSignIn id={signIn.id} device={name} />}
		</li>
	);
}
