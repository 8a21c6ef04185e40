package dev.mainstay.core.validation.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.SerializableString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Looks at what another parser has read. A text is looked at when somebody asks for it: a
 * value that is skipped is not made a string of.
 */
final class GuardedParser extends JsonParserDelegate {

	private final DocumentGuard guard;

	GuardedParser(JsonParser parser, DocumentGuard guard) {
		super(parser);
		this.guard = guard;
	}

	@Override
	public JsonToken nextToken() {
		try {
			JsonToken token = this.delegate.nextToken();
			check();
			return token;
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	@Override
	public JsonToken nextValue() {
		JsonToken token = nextToken();
		return (token == JsonToken.PROPERTY_NAME) ? nextToken() : token;
	}

	@Override
	public String nextName() {
		try {
			String name = this.delegate.nextName();
			check();
			return name;
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	@Override
	public boolean nextName(SerializableString expected) {
		try {
			boolean matches = this.delegate.nextName(expected);
			check();
			return matches;
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	@Override
	public int nextNameMatch(PropertyNameMatcher matcher) {
		try {
			int match = this.delegate.nextNameMatch(matcher);
			if (match < 0) {
				check();
			}
			return match;
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	@Override
	public JsonParser skipChildren() {
		try {
			this.delegate.skipChildren();
			return this;
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	private void check() {
		int token = this.delegate.currentTokenId();
		if (token == JsonTokenId.ID_PROPERTY_NAME) {
			text(this.delegate.currentName());
		}
		else if (token == JsonTokenId.ID_NUMBER_FLOAT) {
			this.guard.checkNumber(this.delegate);
		}
	}

	@Override
	public String getString() {
		try {
			return text(this.delegate.getString());
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	@Override
	public @Nullable String getValueAsString() {
		try {
			return text(this.delegate.getValueAsString());
		}
		catch (JacksonException ex) {
			throw this.guard.located(this.delegate, ex);
		}
	}

	@Override
	public String getValueAsString(String other) {
		String value = getValueAsString();
		return (value != null) ? value : other;
	}

	@Override
	public char[] getStringCharacters() {
		if (this.delegate.currentTokenId() == JsonTokenId.ID_STRING) {
			getString();
		}
		return this.delegate.getStringCharacters();
	}

	private <T extends @Nullable String> T text(T text) {
		if (text != null) {
			this.guard.checkText(this.delegate, text);
		}
		return text;
	}

}
