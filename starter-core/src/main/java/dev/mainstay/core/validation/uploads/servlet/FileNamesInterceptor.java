package dev.mainstay.core.validation.uploads.servlet;

import java.io.IOException;
import java.util.List;

import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.uploads.FileNames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;

import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.AbstractMultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/**
 * Looks at the names of files before a handler takes them. What is taken apart only when
 * somebody asks for it is left alone. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FileNamesInterceptor implements HandlerInterceptor {

	private final FileNames names;

	private final boolean active;

	/**
	 * Create the interceptor.
	 * @param names what to do about what is found
	 */
	public FileNamesInterceptor(FileNames names) {
		this.names = names;
		this.active = names.isActive();
	}

	/**
	 * Not in the error dispatch: what is answered there has failed already, for a reason
	 * of its own, and no handler takes the file.
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (this.active && request.getDispatcherType() != DispatcherType.ERROR
				&& FileNames.isMultipart(request.getContentType())
				&& request.getAttribute(FileNames.ATTRIBUTE) == null) {
			request.setAttribute(FileNames.ATTRIBUTE, true);
			MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
			if (parts != null && isTakenApart(parts) && isHostile(parts)) {
				Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
				this.names.found(BodyLimits.subject(request.getMethod(), (route != null) ? route.toString() : null));
			}
		}
		return true;
	}

	private static boolean isTakenApart(MultipartHttpServletRequest parts) {
		return !(parts instanceof AbstractMultipartHttpServletRequest known) || known.isResolved();
	}

	private static boolean isHostile(MultipartHttpServletRequest parts) {
		return parts.getMultiFileMap()
			.values()
			.stream()
			.flatMap(List::stream)
			.map(MultipartFile::getOriginalFilename)
			.anyMatch(FileNames::isHostile) || isHostileToContainer(parts);
	}

	/** Of two names in one part, the container may take the one that Spring does not. */
	private static boolean isHostileToContainer(MultipartHttpServletRequest parts) {
		try {
			return parts instanceof StandardMultipartHttpServletRequest
					&& parts.getParts().stream().map(Part::getSubmittedFileName).anyMatch(FileNames::isHostile);
		}
		catch (IOException | ServletException | IllegalStateException ex) {
			return false;
		}
	}

}
