import { receiveRecords } from "../receive-records";

export function POST(request: Request): Promise<Response> {
	return receiveRecords(request, "complaints");
}
