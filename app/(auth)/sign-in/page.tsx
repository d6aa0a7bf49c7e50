import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/identity/auth-heading";
import { SignInForm } from "@/components/identity/sign-in-form";
import { loadErrorText, type Query } from "@/lib/domains/identity/loaders";
import { localPath } from "@/lib/domains/identity/rules/local-path";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { getSession, workspaceHome } from "@/lib/platform/session/session";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const next = localPath(query.next) ?? undefined;
	const session = await getSession();
	if (session) redirect(next ?? workspaceHome(session.role));
	const [t, initialRefusal] = await Promise.all([getTranslations("identity"), loadErrorText(query.error)]);
	return (
		<>
			<AuthHeading title={t("signIn.title")}>
				{t(next ? "signIn.continue" : "signIn.description")}
			</AuthHeading>
			<SignInForm next={next} initialRefusal={initialRefusal ?? undefined} />
			<p className="mt-6 text-ink-soft text-sm">
				{t("signIn.noAccount")}{" "}
				<Link href={routes.register()} className="font-medium text-brand-ink underline underline-offset-4">
					{t("signIn.register")}
				</Link>
			</p>
		</>
	);
}
