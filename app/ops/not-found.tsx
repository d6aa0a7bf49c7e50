import { MissingPage } from "@/components/identity/missing-page";

export default function OpsNotFound() {
	return <MissingPage />;
}
