package dev.mainstay.core.validation.json;

import java.io.InputStream;
import java.io.Reader;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Has every parser guarded that reads a request.
 */
final class GuardedJsonFactory extends JsonFactory {

	private static final long serialVersionUID = 1L;

	private final transient DocumentGuard guard;

	GuardedJsonFactory(JsonFactory theirs, JsonLimits limits, DocumentGuard guard) {
		super(theirs.rebuild().streamReadConstraints(limits.constraints(theirs.streamReadConstraints())));
		this.guard = guard;
	}

	@Override
	public JsonParser createParser(ObjectReadContext context, InputStream in) {
		return new GuardedParser(super.createParser(context, in), this.guard);
	}

	@Override
	public JsonParser createParser(ObjectReadContext context, Reader reader) {
		return new GuardedParser(super.createParser(context, reader), this.guard);
	}

	@Override
	public JsonParser createParser(ObjectReadContext context, byte[] data, int offset, int length) {
		return new GuardedParser(super.createParser(context, data, offset, length), this.guard);
	}

	/**
	 * Jackson declares a parser that is its own feeder, which a delegate cannot be. Who
	 * feeds it asks for the feeder, and gets that of the parser behind it.
	 */
	@Override
	@SuppressWarnings("unchecked")
	public JsonParser createNonBlockingByteArrayParser(ObjectReadContext context) {
		return new GuardedParser(super.createNonBlockingByteArrayParser(context), this.guard);
	}

	/** As above. */
	@Override
	@SuppressWarnings("unchecked")
	public JsonParser createNonBlockingByteBufferParser(ObjectReadContext context) {
		return new GuardedParser(super.createNonBlockingByteBufferParser(context), this.guard);
	}

}
