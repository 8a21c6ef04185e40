package dev.mainstay.resilience.idempotency.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;

/**
 * What is done to a record in one step. Each script has one key, so that it runs on any
 * node, and only the clock of Redis counts. It runs since Redis 5 and in Valkey.
 */
enum RedisScript {

	/**
	 * Claim, take over from the owner whose prefix is ARGV[5], or read. A claim that was
	 * sent twice, as a client does whose connection broke, is granted twice.
	 */
	CLAIM("""
			local t = redis.call('TIME')
			local now = t[1] * 1000 + math.floor(t[2] / 1000)
			local v = redis.pcall('GET', KEYS[1])
			if type(v) == 'table' then return {-1, now} end
			if v then
			  local p = string.sub(v, 1, 11)
			  if p == ARGV[1] then return {0, struct.unpack('>I6', v, 12)} end
			  if #v ~= 45 or p ~= ARGV[5] or struct.unpack('>I6', v, 18) > now then return {1, now, v} end
			end
			redis.call('SET', KEYS[1], ARGV[1] .. struct.pack('>I6', now) .. struct.pack('>I6', now + ARGV[3])
			  .. ARGV[2] .. struct.pack('>I6', ARGV[3]), 'PX', ARGV[4])
			return {0, now}"""),

	/**
	 * End an operation, also one that Redis has lost meanwhile: nobody else has claimed
	 * it, so the owner's word still holds.
	 */
	COMPLETE("""
			local p = redis.pcall('GETRANGE', KEYS[1], 0, 10)
			if p == '' or p == ARGV[1] then
			  redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
			  return 1
			end
			if p == ARGV[2] then return 1 end
			if type(p) == 'table' or string.sub(p, 1, 2) ~= string.sub(ARGV[1], 1, 2) then return -1 end
			return 0"""),

	/** Forget an operation. */
	RELEASE("""
			local p = redis.pcall('GETRANGE', KEYS[1], 0, 10)
			if p == ARGV[1] then return redis.call('DEL', KEYS[1]) end
			if type(p) == 'table' or (p ~= '' and string.sub(p, 1, 2) ~= string.sub(ARGV[1], 1, 2)) then return -1 end
			return 0"""),

	/** Begin the lease anew, with the length it has if none is given. */
	RENEW("""
			local p = redis.pcall('GETRANGE', KEYS[1], 0, 10)
			if type(p) == 'table' then return -1 end
			if p ~= ARGV[1] then return 0 end
			local t = redis.call('TIME')
			local now = t[1] * 1000 + math.floor(t[2] / 1000)
			local lease = tonumber(ARGV[2])
			if lease == 0 then lease = struct.unpack('>I6', redis.call('GETRANGE', KEYS[1], 39, 44)) end
			redis.call('SETRANGE', KEYS[1], 17, struct.pack('>I6', now + lease))
			redis.call('SETRANGE', KEYS[1], 39, struct.pack('>I6', lease))
			redis.call('PEXPIRE', KEYS[1], lease + ARGV[3])
			return 1"""),

	/** Read a record and the clock. */
	READ("""
			local t = redis.call('TIME')
			local now = t[1] * 1000 + math.floor(t[2] / 1000)
			local v = redis.pcall('GET', KEYS[1])
			if type(v) == 'table' then return {-1, now} end
			if v then return {1, now, v} end
			return {0, now}"""),

	/** Read as much as an open record has; nothing of what is no text. */
	BEGINNING("""
			local v = redis.pcall('GETRANGE', KEYS[1], 0, 44)
			if type(v) == 'table' then return '' end
			return v"""),

	/** Replace a record that is as it was read, by nothing if there is no other. */
	REPLACE("""
			if redis.pcall('GET', KEYS[1]) ~= ARGV[1] then return 0 end
			if ARGV[2] == '' then return redis.call('DEL', KEYS[1]) end
			redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
			return 1""");

	private final byte[] text;

	private final String sha;

	RedisScript(String text) {
		this.text = text.getBytes(StandardCharsets.UTF_8);
		this.sha = sha1(this.text);
	}

	private static String sha1(byte[] text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-1", ex);
		}
	}

	/** Run it by its name; with its text only if Redis does not know it yet. */
	<T> T run(RedisConnection connection, ReturnType type, byte[]... keyAndArguments) {
		try {
			return connection.scriptingCommands().evalSha(this.sha, type, 1, keyAndArguments);
		}
		catch (RuntimeException ex) {
			if (!RedisFailure.says(ex, "NOSCRIPT")) {
				throw ex;
			}
			return connection.scriptingCommands().eval(this.text, type, 1, keyAndArguments);
		}
	}

	/**
	 * Run it with its text, for a pipeline, where it is too late to learn that Redis does
	 * not know it.
	 */
	void enqueue(RedisConnection connection, ReturnType type, byte[]... keyAndArguments) {
		connection.scriptingCommands().eval(this.text, type, 1, keyAndArguments);
	}

}
