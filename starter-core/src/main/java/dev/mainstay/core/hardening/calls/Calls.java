package dev.mainstay.core.hardening.calls;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.util.ClassUtils;

/**
 * What a method calls, as its class file has it: by itself, in its lambdas, and in other
 * methods of the class that it calls.
 *
 * @param targets the methods of other classes that are called
 * @param words the texts that are mentioned
 */
record Calls(Set<Target> targets, Set<String> words) {

	/**
	 * A method of another class.
	 *
	 * @param type the name of the class
	 * @param method the name of the method
	 */
	record Target(String type, String method) {
	}

	static Calls of(Method method) {
		Class<?> type = method.getDeclaringClass();
		Map<String, Body> bodies = read(type);
		Calls calls = new Calls(new LinkedHashSet<>(), new HashSet<>());
		Deque<String> open = new ArrayDeque<>(Set.of(method.getName() + Type.getMethodDescriptor(method)));
		Set<String> seen = new HashSet<>();
		while (!open.isEmpty()) {
			Body body = bodies.get(open.pop());
			if (body != null && seen.add(body.name)) {
				calls.targets.addAll(body.targets);
				calls.words.addAll(body.words);
				open.addAll(body.own);
			}
		}
		return calls;
	}

	private static Map<String, Body> read(Class<?> type) {
		Map<String, Body> bodies = new HashMap<>();
		try (InputStream file = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
			if (file != null) {
				new ClassReader(file).accept(new Reader(type.getName(), bodies),
						ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
			}
		}
		catch (IOException | RuntimeException ex) {
			// A class that has no file, or one of a later Java, shows nothing.
			bodies.clear();
		}
		return bodies;
	}

	/**
	 * A method of the class.
	 */
	private static final class Body {

		private final String name;

		private final Set<Target> targets = new LinkedHashSet<>();

		private final Set<String> words = new HashSet<>();

		private final Set<String> own = new LinkedHashSet<>();

		Body(String name) {
			this.name = name;
		}

	}

	/**
	 * Reads the methods of a class.
	 */
	private static final class Reader extends ClassVisitor {

		private final String type;

		private final Map<String, Body> bodies;

		Reader(String type, Map<String, Body> bodies) {
			super(SpringAsmInfo.ASM_VERSION);
			this.type = type;
			this.bodies = bodies;
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
				String[] exceptions) {
			Body body = new Body(name + descriptor);
			this.bodies.put(body.name, body);
			return new BodyReader(this.type, body);
		}

	}

	/**
	 * Reads a method.
	 */
	private static final class BodyReader extends MethodVisitor {

		private final String type;

		private final Body body;

		BodyReader(String type, Body body) {
			super(SpringAsmInfo.ASM_VERSION);
			this.type = type;
			this.body = body;
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			note(owner, name, descriptor);
		}

		@Override
		public void visitInvokeDynamicInsn(String name, String descriptor, Handle factory, Object... arguments) {
			for (Object argument : arguments) {
				if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
					note(handle.getOwner(), handle.getName(), handle.getDesc());
				}
			}
		}

		@Override
		public void visitLdcInsn(Object value) {
			if (value instanceof String word) {
				this.body.words.add(word);
			}
		}

		private void note(String owner, String name, String descriptor) {
			String target = owner.replace('/', '.');
			if (target.equals(this.type)) {
				this.body.own.add(name + descriptor);
			}
			else {
				this.body.targets.add(new Target(target, name));
			}
		}

	}

}
