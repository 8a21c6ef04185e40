package dev.mainstay.resilience.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bytes by which a store outside of the process keeps the end of an operation: a
 * version, a kind, and for an answer its status, its headers and its body as it is. Text
 * is read by no serialisation that could make objects of it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OutcomeFormat {

	private static final int VERSION = 1;

	private static final int UNKNOWN = 0;

	private static final int NOT_REPLAYABLE = 1;

	private static final int REPLAYABLE = 2;

	/** Most answers keep two or three headers. */
	private static final int ABOUT_HEAD = 192;

	private OutcomeFormat() {
	}

	/**
	 * Write the end of an operation.
	 * @param outcome the end
	 * @return its bytes
	 */
	public static byte[] write(Outcome outcome) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(ABOUT_HEAD + sizeOf(outcome));
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(VERSION);
			out.writeByte(kindOf(outcome));
			if (outcome instanceof Outcome.Replayable replayable) {
				write(replayable.response(), out);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static int sizeOf(Outcome outcome) {
		return (outcome instanceof Outcome.Replayable replayable) ? replayable.response().body().length : 0;
	}

	private static int kindOf(Outcome outcome) {
		if (outcome instanceof Outcome.Replayable) {
			return REPLAYABLE;
		}
		return (outcome instanceof Outcome.NotReplayable) ? NOT_REPLAYABLE : UNKNOWN;
	}

	private static void write(StoredResponse response, DataOutputStream out) throws IOException {
		out.writeShort(response.status());
		out.writeShort(response.headers().size());
		for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
			out.writeUTF(header.getKey());
			out.writeShort(header.getValue().size());
			for (String value : header.getValue()) {
				out.writeUTF(value);
			}
		}
		out.write(response.body());
	}

	/**
	 * Read the end of an operation.
	 * @param bytes what {@link #write} gave
	 * @return the end
	 * @throws UnreadableRecordException if they are something else
	 */
	public static Outcome read(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			int version = in.readUnsignedByte();
			if (version != VERSION) {
				throw new UnreadableRecordException("Version " + version + " of a record is not known");
			}
			return read(in.readUnsignedByte(), in);
		}
		catch (IOException ex) {
			throw new UnreadableRecordException("A record ends in the middle: " + ex.getMessage());
		}
	}

	private static Outcome read(int kind, DataInputStream in) throws IOException {
		return switch (kind) {
			case UNKNOWN -> new Outcome.Unknown();
			case NOT_REPLAYABLE -> new Outcome.NotReplayable();
			case REPLAYABLE -> new Outcome.Replayable(response(in));
			default -> throw new UnreadableRecordException("Kind " + kind + " of a record is not known");
		};
	}

	private static StoredResponse response(DataInputStream in) throws IOException {
		int status = in.readUnsignedShort();
		int count = in.readUnsignedShort();
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			headers.put(in.readUTF(), values(in));
		}
		return new StoredResponse(status, headers, in.readAllBytes());
	}

	private static List<String> values(DataInputStream in) throws IOException {
		int count = in.readUnsignedShort();
		List<String> values = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			values.add(in.readUTF());
		}
		return values;
	}

}
