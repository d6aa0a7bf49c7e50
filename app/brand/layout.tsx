import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { WorkspaceFrame } from "@/components/identity/workspace-frame";
import { readPreferences } from "@/lib/platform/preferences/read";
import { requireSession } from "@/lib/platform/session/session";

export default async function BrandLayout({ children }: { children: ReactNode }) {
	const [session, preferences] = await Promise.all([requireSession(), readPreferences()]);
	// For people of another workspace these pages do not exist.
	if (session.scope.workspace !== "brand") notFound();
	return (
		<WorkspaceFrame session={session} preferences={preferences}>
			{children}
		</WorkspaceFrame>
	);
}
