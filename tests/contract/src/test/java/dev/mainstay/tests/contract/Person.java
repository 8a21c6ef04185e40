package dev.mainstay.tests.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
class Person {

	@Id
	@GeneratedValue
	private Long id;

	@Version
	private int version;

	@Column(unique = true, length = 20)
	private String name;

	private String passwordHash = "";

	protected Person() {
	}

	Person(String name) {
		this.name = name;
	}

	Long getId() {
		return this.id;
	}

	String getName() {
		return this.name;
	}

	String getPasswordHash() {
		return this.passwordHash;
	}

	int getVersion() {
		return this.version;
	}

}
