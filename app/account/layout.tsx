import type { ReactNode } from "react";
import { WorkspaceFrame } from "@/components/identity/workspace-frame";
import { readPreferences } from "@/lib/platform/preferences/read";
import { requireSession } from "@/lib/platform/session/session";

/** A person's own pages stand in the workspace they are working in. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
	const [session, preferences] = await Promise.all([requireSession(), readPreferences()]);
	return (
		<WorkspaceFrame session={session} preferences={preferences}>
			{children}
		</WorkspaceFrame>
	);
}
