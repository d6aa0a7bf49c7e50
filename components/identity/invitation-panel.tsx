"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/domains/identity/actions/account";
import { joinAsSelf } from "@/lib/domains/identity/actions/members";
import { tokenSchema } from "@/lib/domains/identity/schema";
import type { InvitationPreview } from "@/lib/domains/identity/types";
import { routes } from "@/lib/platform/routes/routes";
import { AuthHeading } from "./auth-heading";
import { JoinWithNewAccount } from "./join-with-new-account";
import { JoinWithPassword } from "./join-with-password";

export type InvitationPanelProps = {
	token: string;
	invitation: InvitationPreview;
	/** Address of whoever is signed in at this browser, if anybody is. */
	signedInAs: string | null;
};

export function InvitationPanel({ token, invitation, signedInAs }: InvitationPanelProps) {
	const t = useTranslations("identity.invitation");
	const tRoles = useTranslations("shell.roles");
	return (
		<>
			<AuthHeading title={t("title", { organisation: invitation.organisationName })}>
				{t("from", { inviter: invitation.invitedBy, role: tRoles(invitation.role) })}
			</AuthHeading>
			<Way token={token} invitation={invitation} signedInAs={signedInAs} />
		</>
	);
}

function Way({ token, invitation, signedInAs }: InvitationPanelProps) {
	if (signedInAs === invitation.email) return <JoinAsSelf token={token} email={invitation.email} />;
	if (signedInAs) return <WrongAccount email={invitation.email} />;
	return invitation.hasAccount ? (
		<JoinWithPassword token={token} email={invitation.email} />
	) : (
		<JoinWithNewAccount token={token} email={invitation.email} />
	);
}

function JoinAsSelf({ token, email }: { token: string; email: string }) {
	const t = useTranslations("identity.invitation");
	const { submit, pending, formError } = useActionForm({
		schema: tokenSchema,
		defaults: { token },
		action: joinAsSelf,
		// Signed in, the sign-in page leads to the workspace of the organisation that is active now.
		onDone: () => window.location.assign(routes.signIn()),
	});
	return (
		<form method="post" onSubmit={submit} className="flex flex-col gap-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<p className="text-ink-soft text-sm">{t("asSelf", { email })}</p>
			<Button type="submit" size="lg" pending={pending}>
				{t("accept")}
			</Button>
		</form>
	);
}

function WrongAccount({ email }: { email: string }) {
	const t = useTranslations("identity.invitation");
	const [pending, startTransition] = useTransition();
	function leave() {
		startTransition(async () => {
			await signOut();
		});
	}
	return (
		<Banner
			tone="warning"
			actions={
				<Button size="sm" variant="secondary" pending={pending} onClick={leave}>
					{t("signOut")}
				</Button>
			}
		>
			{t("wrongAccount", { email })}
		</Banner>
	);
}
