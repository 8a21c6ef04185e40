package dev.mainstay.core.validation.json;

import java.util.LinkedList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/**
 * The way from the root of a document to where its parser is.
 */
final class ContextPath {

	private ContextPath() {
	}

	static List<String> of(@Nullable TokenStreamContext context) {
		LinkedList<String> segments = new LinkedList<>();
		for (TokenStreamContext it = context; it != null && !it.inRoot(); it = it.getParent()) {
			String name = it.inArray() ? String.valueOf(it.getCurrentIndex()) : it.currentName();
			if (name != null && (it.inObject() || it.getCurrentIndex() >= 0)) {
				segments.addFirst(name);
			}
		}
		return segments;
	}

}
